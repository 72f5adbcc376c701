// The part tree of a message by its boundary lines alone (RFC 2046 section 5.1), as byte ranges. Bounded before
// anything is decoded: libraries without such limits take 22 s and 1.5 GB for a million empty parts.
import { Buffer } from 'node:buffer'
import { firstValue, type HeaderField, readHeaderFields } from './header-fields'
import { parseStructuredField } from './structured-field'

/** a body and a thousand attachments */
export const MOST_PARTS = 1001
export const DEEPEST = 64

export type MimePart = {
  headers: HeaderField[]
  /** lower case, for example text/plain */
  type: string
  typeParameters: Map<string, string>
  disposition: string
  dispositionParameters: Map<string, string>
  encoding: string
  /** without angle brackets */
  contentId: string | null
  /** byte range of the body, still encoded */
  start: number
  end: number
  /** IMAP section; null where servers and we may count differently */
  section: string | null
  children: MimePart[]
  depth: number
}

export type ScannedMessage = {
  root: MimePart
  /** byte offset of the body; equals the length when there is no body */
  bodyStart: number
  tooManyParts: boolean
  tooDeep: boolean
  headersCut: boolean
}

type Open = { part: MimePart; boundary: string }
type Scan = { raw: Buffer; open: Open[]; leaf: MimePart | null; count: number } & Omit<
  ScannedMessage,
  'root' | 'bodyStart'
>

/** Reads the structure in time linear in the bytes. Never throws. */
export function scanStructure(raw: Buffer): ScannedMessage {
  const scan: Scan = {
    raw,
    open: [],
    leaf: null,
    count: 0,
    tooManyParts: false,
    tooDeep: false,
    headersCut: false,
  }
  const root = beginPart(scan, 0, 'text/plain', 0)
  const bodyStart = root.start
  let at = nextDashes(raw, bodyStart)
  while (at >= 0 && scan.open.length > 0) {
    const lineEnd = endOfLine(raw, at)
    const found = matchBoundary(scan, at, lineEnd)
    if (found && !handleDelimiter(scan, found, at, lineEnd)) break
    at = nextDashes(raw, found && scan.leaf ? Math.max(lineEnd, scan.leaf.start) : lineEnd)
  }
  number(root, root.children.length > 0 ? '' : '1')
  const { tooManyParts, tooDeep, headersCut } = scan
  return { root, bodyStart, tooManyParts, tooDeep, headersCut }
}

type Found = { index: number; closes: boolean }

/** false when scanning has to stop. */
function handleDelimiter(scan: Scan, found: Found, lineStart: number, lineEnd: number): boolean {
  endLeaf(scan, lineStart)
  for (const inner of scan.open.splice(found.index + 1)) inner.part.end = lineStart
  const parent = scan.open[found.index]?.part
  if (!parent) return false
  if (found.closes) {
    parent.end = lineStart
    scan.open.pop()
    return true
  }
  if (scan.count >= MOST_PARTS) {
    scan.tooManyParts = true
    return false
  }
  scan.count++
  const byDefault = parent.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  parent.children.push(beginPart(scan, lineEnd, byDefault, parent.depth + 1))
  return true
}

/** Reads the headers at an offset; a multipart is opened, anything else is the current leaf. */
function beginPart(scan: Scan, at: number, byDefault: string, depth: number): MimePart {
  const { headerEnd, bodyStart } = findHeaderEnd(scan, at)
  const block = readHeaderFields(scan.raw.subarray(at, headerEnd))
  if (block.cut) scan.headersCut = true
  const part = describe(block.fields, byDefault, bodyStart, scan.raw.length, depth)
  const boundary = part.typeParameters.get('boundary')?.trimEnd()
  if (part.type.startsWith('multipart/') && boundary) {
    if (depth < DEEPEST) {
      scan.open.push({ part, boundary: `--${Buffer.from(boundary, 'utf8').toString('latin1')}` })
      scan.leaf = null
      return part
    }
    scan.tooDeep = true
  }
  scan.leaf = part
  return part
}

function describe(
  fields: HeaderField[],
  byDefault: string,
  start: number,
  end: number,
  depth: number,
): MimePart {
  const type = parseStructuredField(firstValue(fields, 'content-type'))
  const disposition = parseStructuredField(firstValue(fields, 'content-disposition'))
  const contentId = firstValue(fields, 'content-id').replace(/^[<\s]+|[>\s]+$/g, '')
  return {
    headers: fields,
    type: /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(type.value) ? type.value : byDefault,
    typeParameters: type.parameters,
    disposition: disposition.value,
    dispositionParameters: disposition.parameters,
    encoding:
      firstValue(fields, 'content-transfer-encoding')
        .replace(/\(.*\)/, '')
        .trim()
        .toLowerCase() || '7bit',
    contentId: contentId === '' ? null : contentId.slice(0, 998),
    start,
    end,
    section: null,
    children: [],
    depth,
  }
}

/** The header block ends at a blank line, or where a boundary line of an open multipart cuts it off. */
function findHeaderEnd(scan: Scan, from: number): { headerEnd: number; bodyStart: number } {
  const { raw } = scan
  let at = from
  while (at < raw.length) {
    const lineEnd = endOfLine(raw, at)
    if (isBlank(raw, at, lineEnd)) return { headerEnd: at, bodyStart: lineEnd }
    if (raw[at] === 0x2d && raw[at + 1] === 0x2d && matchBoundary(scan, at, lineEnd)) break
    at = lineEnd
  }
  return { headerEnd: at, bodyStart: at }
}

const isBlank = (raw: Buffer, start: number, end: number) =>
  end - start <= 2 && (raw[start] === 0x0a || (raw[start] === 0x0d && raw[start + 1] === 0x0a))

function endOfLine(raw: Buffer, from: number): number {
  const found = raw.indexOf(0x0a, from)
  return found < 0 ? raw.length : found + 1
}

/** The next line at or after the offset (which is a line's start) that begins with `--`; -1 when there is none. */
function nextDashes(raw: Buffer, from: number): number {
  if (raw[from] === 0x2d && raw[from + 1] === 0x2d) return from
  const found = raw.indexOf('\n--', Math.max(0, from - 1), 'latin1')
  return found < 0 ? -1 : found + 1
}

const LONGEST_BOUNDARY_LINE = 1000

function matchBoundary(scan: Scan, start: number, end: number): Found | null {
  if (end - start > LONGEST_BOUNDARY_LINE || scan.open.length === 0) return null
  const line = scan.raw.toString('latin1', start, end).trimEnd()
  for (let index = scan.open.length - 1; index >= 0; index--) {
    const boundary = scan.open[index]?.boundary ?? ''
    if (line === boundary) return { index, closes: false }
    if (line === `${boundary}--`) return { index, closes: true }
  }
  return null
}

/** The line end before a boundary belongs to the boundary. */
function endLeaf(scan: Scan, lineStart: number): void {
  if (!scan.leaf) return
  let end = lineStart
  if (scan.raw[end - 1] === 0x0a) end -= scan.raw[end - 2] === 0x0d ? 2 : 1
  scan.leaf.end = Math.max(scan.leaf.start, end)
  scan.leaf = null
}

function number(part: MimePart, section: string): void {
  part.section = section === '' ? null : section
  part.children.forEach((child, i) => {
    number(child, section === '' ? `${i + 1}` : `${section}.${i + 1}`)
  })
}
