// The tree of a MIME message with byte positions, as FETCH needs it (RFC 2045, RFC 2046).
import { firstValue, type HeaderField, parseHeader, parseParameters } from './header'

export type Part = {
  fields: HeaderField[]
  /** type and subtype in lower case */
  type: string
  subtype: string
  parameters: [string, string][]
  /** positions in the whole message: header from start to bodyStart, body from there to end */
  start: number
  bodyStart: number
  end: number
  /** parts of a multipart; for message/rfc822 the one message inside */
  children: Part[]
}

const MAX_DEPTH = 100
const MAX_PARTS = 2_000

/** Reads a whole message into its tree. Never throws; beyond 100 levels or 2,000 parts content stays unsplit. */
export function parseMessage(raw: Buffer): Part {
  const budget = { parts: MAX_PARTS }
  return parsePart(raw, 0, raw.length, { type: 'text', subtype: 'plain' }, 0, budget)
}

type Fallback = { type: string; subtype: string }

function parsePart(
  raw: Buffer,
  start: number,
  end: number,
  fallback: Fallback,
  depth: number,
  budget: { parts: number },
): Part {
  budget.parts--
  const bodyStart = findBody(raw, start, end)
  const fields = parseHeader(raw.subarray(start, bodyStart))
  const part: Part = { fields, ...contentType(fields, fallback), start, bodyStart, end, children: [] }
  if (part.type === 'multipart') {
    part.children = depth < MAX_DEPTH ? parseChildren(raw, part, depth, budget) : []
    if (part.children.length === 0) part.children = [emptyText(end)]
  }
  if (depth >= MAX_DEPTH) return part
  if (part.type === 'message' && part.subtype === 'rfc822' && budget.parts > 0)
    part.children = [parsePart(raw, bodyStart, end, { type: 'text', subtype: 'plain' }, depth + 1, budget)]
  return part
}

/** A multipart must have a part (RFC 2046 section 5.1.1): where none can be read, an empty one stands for it. */
function emptyText(at: number): Part {
  return {
    fields: [],
    type: 'text',
    subtype: 'plain',
    parameters: [],
    start: at,
    bodyStart: at,
    end: at,
    children: [],
  }
}

function contentType(
  fields: HeaderField[],
  fallback: Fallback,
): Fallback & { parameters: [string, string][] } {
  const { main, parameters } = parseParameters(firstValue(fields, 'content-type') ?? '')
  const match = /^([^\s/]+)\/([^\s/]+)$/.exec(main)
  if (!match?.[1] || !match[2]) return { ...fallback, parameters: [] }
  return { type: match[1].toLowerCase(), subtype: match[2].toLowerCase(), parameters }
}

/** Position behind the empty line that ends a header; `end` when there is none. */
function findBody(raw: Buffer, start: number, end: number): number {
  for (let line = start; line < end; ) {
    const feed = raw.indexOf(0x0a, line)
    if (feed < 0 || feed >= end) return end
    if (feed === line || (feed === line + 1 && raw[line] === 0x0d)) return feed + 1
    line = feed + 1
  }
  return end
}

function parseChildren(raw: Buffer, parent: Part, depth: number, budget: { parts: number }): Part[] {
  const boundary = parent.parameters.find(([name]) => name === 'boundary')?.[1]
  if (!boundary) return []
  const inner: Fallback =
    parent.subtype === 'digest' ? { type: 'message', subtype: 'rfc822' } : { type: 'text', subtype: 'plain' }
  const children: Part[] = []
  for (const [from, to] of between(raw, parent.bodyStart, parent.end, boundary)) {
    if (budget.parts <= 0) break
    children.push(parsePart(raw, from, to, inner, depth + 1, budget))
  }
  return children
}

/** Ranges between the delimiter lines of a multipart body, without the line feed before each delimiter. */
function* between(raw: Buffer, start: number, end: number, boundary: string): Generator<[number, number]> {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  let from: number | null = null
  for (let at = raw.indexOf(delimiter, start); at >= 0 && at < end; at = raw.indexOf(delimiter, at + 1)) {
    if (at !== start && raw[at - 1] !== 0x0a) continue
    const feed = raw.indexOf(0x0a, at)
    const lineEnd = feed < 0 || feed >= end ? end : feed
    const rest = raw.toString('latin1', at + delimiter.length, lineEnd)
    if (!/^(--)?[ \t]*\r?$/.test(rest)) continue
    if (from !== null) yield [from, Math.max(from, at - (raw[at - 2] === 0x0d ? 2 : 1))]
    from = lineEnd < end ? lineEnd + 1 : end
    if (rest.startsWith('--')) return
  }
  if (from !== null) yield [from, end]
}

/** The part with this IMAP section number, for example [1, 2]; null when there is none (RFC 3501 section 6.4.5). */
export function findPart(message: Part, numbers: number[]): Part | null {
  let part: Part | undefined = message
  for (const number of numbers) {
    // inside a message/rfc822 the numbers count the parts of the message it holds
    const holder: Part | undefined = isMessage(part) && part !== message ? part?.children[0] : part
    if (!holder) return null
    if (holder.type === 'multipart') part = holder.children[number - 1]
    else part = number === 1 ? holder : undefined
    if (!part) return null
  }
  return part
}

/** True for a part that holds a whole message. */
export function isMessage(part: Part | undefined): boolean {
  return part?.type === 'message' && part.subtype === 'rfc822' && part.children.length > 0
}
