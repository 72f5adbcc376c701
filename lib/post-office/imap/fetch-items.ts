// What a FETCH asks for (RFC 3501 section 6.4.5).
import { SyntaxProblem, textOfValue, type Value } from './syntax'

/** BODY[…]: which part, which piece of it, and optionally which bytes. */
export type SectionItem = {
  kind: 'section'
  /** as answered: BODY[1.2] or RFC822 */
  label: string
  numbers: number[]
  piece: 'all' | 'header' | 'text' | 'mime' | 'fields' | 'other-fields'
  /** header field names in lower case, for fields and other-fields */
  names: string[]
  from: number
  length: number
  marksSeen: boolean
}

export type SimpleItem = {
  kind: 'uid' | 'flags' | 'internaldate' | 'size' | 'envelope' | 'body' | 'bodystructure' | 'modseq'
}

export type FetchItem = SectionItem | SimpleItem

const SIMPLE: Record<string, SimpleItem['kind'][] | undefined> = {
  UID: ['uid'],
  FLAGS: ['flags'],
  INTERNALDATE: ['internaldate'],
  'RFC822.SIZE': ['size'],
  ENVELOPE: ['envelope'],
  BODY: ['body'],
  BODYSTRUCTURE: ['bodystructure'],
  MODSEQ: ['modseq'],
  FAST: ['flags', 'internaldate', 'size'],
  ALL: ['flags', 'internaldate', 'size', 'envelope'],
  FULL: ['flags', 'internaldate', 'size', 'envelope', 'body'],
}

const WHOLE: Record<string, [SectionItem['piece'], boolean] | undefined> = {
  RFC822: ['all', true],
  'RFC822.HEADER': ['header', false],
  'RFC822.TEXT': ['text', true],
}

/** Reads one item or a list of them. Throws SyntaxProblem. */
export function parseFetchItems(value: Value | undefined): FetchItem[] {
  const values = value?.kind === 'list' ? value.items : value ? [value] : []
  const items = values.flatMap((each) => parseItem(textOfValue(each)))
  if (items.length === 0) throw new SyntaxProblem('Nothing to fetch')
  return items
}

function parseItem(text: string): FetchItem[] {
  const name = text.toUpperCase()
  const simple = SIMPLE[name]
  if (simple) return simple.map((kind) => ({ kind }))
  const whole = WHOLE[name]
  const rest = { numbers: [], names: [], from: 0, length: Number.POSITIVE_INFINITY }
  if (whole) return [{ kind: 'section', label: name, piece: whole[0], marksSeen: whole[1], ...rest }]
  return [parseSection(text)]
}

const SECTION =
  /^BODY(\.PEEK)?\[((?:\d+)(?:\.\d+)*)?\.?(?:(HEADER\.FIELDS(?:\.NOT)?) \(([^)]*)\)|(HEADER|TEXT|MIME))?\](?:<(\d+)(?:\.(\d+))?>)?$/i

function parseSection(text: string): SectionItem {
  const match = SECTION.exec(text)
  if (!match) throw new SyntaxProblem('Unknown item')
  const [, peek, numbers = '', fields = '', names = '', word = '', from, length] = match
  const section = text.slice(text.indexOf('['), text.indexOf(']') + 1)
  return {
    kind: 'section',
    label: `BODY${section}${from === undefined ? '' : `<${Number(from)}>`}`,
    numbers: numbers ? numbers.split('.').map(Number) : [],
    piece: pieceOf(fields, word),
    names: names
      .split(' ')
      .map((name) => name.replace(/"/g, '').toLowerCase())
      .filter(Boolean),
    from: Number(from ?? 0),
    length: Number(length ?? Number.POSITIVE_INFINITY),
    marksSeen: !peek,
  }
}

function pieceOf(fields: string, word: string): SectionItem['piece'] {
  if (fields) return /NOT$/i.test(fields) ? 'other-fields' : 'fields'
  const pieces: Record<string, SectionItem['piece'] | undefined> = {
    HEADER: 'header',
    TEXT: 'text',
    MIME: 'mime',
  }
  return pieces[word.toUpperCase()] ?? 'all'
}
