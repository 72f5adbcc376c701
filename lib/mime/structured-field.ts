// Content-Type and Content-Disposition: a value and parameters (RFC 2045 section 5.1), with RFC 2231 names.
import { Buffer } from 'node:buffer'
import { decodeCharset } from './charset'
import { decodeWords } from './encoded-words'

export type StructuredField = {
  /** lower case, for example text/html */
  value: string
  /** decoded; names in lower case. Of doubled ones the first wins */
  parameters: Map<string, string>
}

const LONGEST = 20_000

/** Tolerant and linear: unclosed quotes end with the text, comments are left out, junk between is skipped. */
export function parseStructuredField(text: string): StructuredField {
  const [first = '', ...others] = splitAtSemicolons(text.slice(0, LONGEST))
  const [value = '', ...rest] = first.trim().split(/\s+/)
  // A forgotten semicolon after the value: `multipart/mixed boundary="x"`.
  const pieces = [...(first.includes('=') ? [rest.join(' ')] : []), ...others]
  const raw = new Map<string, string>()
  for (const piece of pieces) {
    const equals = piece.indexOf('=')
    const name = piece
      .slice(0, equals < 0 ? undefined : equals)
      .trim()
      .toLowerCase()
    if (name !== '' && equals > 0 && !raw.has(name)) raw.set(name, unquote(piece.slice(equals + 1).trim()))
  }
  return { value: value.toLowerCase(), parameters: joinContinuations(raw) }
}

function splitAtSemicolons(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let quoted = false
  let comment = 0
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? ''
    if (character === '\\' && (quoted || comment > 0)) {
      if (comment === 0) piece += character + (text[i + 1] ?? '')
      i++
    } else if (comment > 0) comment += character === '(' ? 1 : character === ')' ? -1 : 0
    else if (character === '"') {
      quoted = !quoted
      piece += character
    } else if (!quoted && character === '(' && opensComment(piece) && text.indexOf(')', i) > 0) comment = 1
    else if (!quoted && character === ';') {
      pieces.push(piece)
      piece = ''
    } else piece += character
  }
  return [...pieces, piece]
}

/** `Invoice(1).pdf` without quotes is a name; a comment stands where white space may stand. */
const opensComment = (piece: string) => !piece.includes('=') || /\s$/.test(piece)

function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  let out = ''
  for (let i = 1; i < value.length && value[i] !== '"'; i++) {
    // A backslash before a letter is a Windows path, not an escape.
    if (value[i] === '\\' && /[\\"]/.test(value[i + 1] ?? '')) i++
    out += value[i] ?? ''
  }
  return out
}

const numbered = /^([^*]+)\*(\d{1,3})(\*)?$/

/** RFC 2231 sections 3 and 4; an extended value stands above a plain one of the same name. */
function joinContinuations(raw: Map<string, string>): Map<string, string> {
  const out = new Map<string, string>()
  const parts = new Map<string, { number: number; extended: boolean; value: string }[]>()
  for (const [name, value] of raw) {
    const match = numbered.exec(name)
    if (match) {
      const list = parts.get(match[1] ?? '') ?? []
      list.push({ number: Number(match[2]), extended: match[3] === '*', value })
      parts.set(match[1] ?? '', list)
    } else if (!name.endsWith('*')) out.set(name, decodeWords(value))
  }
  for (const [name, list] of parts) out.set(name, joinParts(list))
  for (const [name, value] of raw) {
    if (name.endsWith('*') && !numbered.test(name)) out.set(name.slice(0, -1), decodeExtended([value], true))
  }
  return out
}

function joinParts(list: { number: number; extended: boolean; value: string }[]): string {
  const inOrder = list.sort((a, b) => a.number - b.number)
  if (inOrder.some((part) => part.extended)) {
    const values = inOrder.map((part) => (part.extended ? part.value : part.value.replaceAll('%', '%25')))
    return decodeExtended(values, inOrder[0]?.extended ?? false)
  }
  return decodeWords(inOrder.map((part) => part.value).join(''))
}

/** `charset'language'percent-encoded`; the first two may be missing. */
function decodeExtended(values: string[], hasCharset: boolean): string {
  const joined = values.join('')
  const prefix = hasCharset ? /^([^']{0,60})'[^']{0,60}'/.exec(joined) : null
  const text = joined.slice(prefix?.[0].length ?? 0)
  return decodeCharset(percentBytes(text), prefix?.[1] || 'utf-8').text
}

function percentBytes(text: string): Buffer {
  const source = Buffer.from(text, 'utf8').toString('latin1')
  return Buffer.from(
    source.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
