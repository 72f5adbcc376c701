// The grammar of command arguments (RFC 3501 section 9): atoms, quoted strings, literals, lists.

export type Value =
  | { kind: 'atom'; text: string }
  /** latin1: one character a byte */
  | { kind: 'string'; text: string; bytes: Buffer }
  | { kind: 'list'; items: Value[] }

/** What the client wrote is no IMAP: answered with BAD. */
export class SyntaxProblem extends Error {}

/** Text of a command and its literals in order; each literal stands for the mark \0 in the text. */
export type CommandText = { text: string; literals: Buffer[] }

const MAX_DEPTH = 20

/** Reads all arguments. Throws SyntaxProblem. */
export function parseValues(command: CommandText): Value[] {
  const reader = new Reader(command)
  const values = reader.values(0)
  if (!reader.isAtEnd) throw new SyntaxProblem('Unexpected closing parenthesis')
  return values
}

class Reader {
  private at = 0
  private literal = 0
  private readonly command: CommandText

  constructor(command: CommandText) {
    this.command = command
  }

  get isAtEnd(): boolean {
    return this.at >= this.command.text.length
  }

  values(depth: number): Value[] {
    if (depth > MAX_DEPTH) throw new SyntaxProblem('Too deep')
    const values: Value[] = []
    for (;;) {
      while (this.peek() === ' ') this.at++
      if (this.isAtEnd || this.peek() === ')') return values
      values.push(this.value(depth))
    }
  }

  private peek(): string | undefined {
    return this.command.text[this.at]
  }

  private value(depth: number): Value {
    const first = this.peek()
    if (first === '(') return this.list(depth)
    if (first === '"') return this.quoted()
    if (first === '\0') return this.nextLiteral()
    return this.atom()
  }

  private list(depth: number): Value {
    this.at++
    const items = this.values(depth + 1)
    if (this.peek() !== ')') throw new SyntaxProblem('Missing closing parenthesis')
    this.at++
    return { kind: 'list', items }
  }

  private quoted(): Value {
    const match = /"((?:[^"\\\0]|\\.)*)"/y
    match.lastIndex = this.at
    const found = match.exec(this.command.text)
    if (!found) throw new SyntaxProblem('Unfinished string')
    this.at = match.lastIndex
    const text = (found[1] ?? '').replace(/\\(.)/g, '$1')
    return { kind: 'string', text, bytes: Buffer.from(text, 'latin1') }
  }

  private nextLiteral(): Value {
    this.at++
    const bytes = this.command.literals[this.literal++]
    if (!bytes) throw new SyntaxProblem('NUL is not allowed')
    return { kind: 'string', text: bytes.toString('latin1'), bytes }
  }

  /** An atom; with BODY[…] its brackets, whatever they hold, and <partial> belong to it. */
  private atom(): Value {
    const match = /(?:[^ ()"[\]\0]+(?:\[[^\]\0]*\](?:<[\d.]+>)?)?)|\]/y
    match.lastIndex = this.at
    const found = match.exec(this.command.text)
    if (!found) throw new SyntaxProblem('Unexpected character')
    this.at = match.lastIndex
    return { kind: 'atom', text: found[0] }
  }
}

/** The text of an atom or string. Throws SyntaxProblem for a list or a missing value. */
export function textOfValue(value: Value | undefined): string {
  if (!value || value.kind === 'list') throw new SyntaxProblem('Expected a string')
  return value.text
}

export function itemsOf(value: Value | undefined): Value[] {
  if (value?.kind !== 'list') throw new SyntaxProblem('Expected a list')
  return value.items
}

/** Ranges of a sequence set such as 1,4:6,9:*; `*` is `last`. Ends are sorted. Throws SyntaxProblem. */
export function parseSequenceSet(text: string, last: number): [number, number][] {
  return text.split(',').map((range) => {
    if (!/^(\d{1,10}|\*)(:(\d{1,10}|\*))?$/.test(range)) throw new SyntaxProblem('Not a sequence set')
    const ends = range.split(':').map((end) => (end === '*' ? last : Number(end)))
    const [from = 0, to = from] = ends
    return from <= to ? [from, to] : [to, from]
  })
}

/** True when one of the ranges holds the number. */
export function isInSet(ranges: [number, number][], value: number): boolean {
  return ranges.some(([from, to]) => value >= from && value <= to)
}
