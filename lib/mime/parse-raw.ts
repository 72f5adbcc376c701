// The whole way from raw bytes to a ParsedMessage, synchronous. Runs in the MIME worker, where it may be killed.
import { Buffer } from 'node:buffer'
import { describeAttachments, extractPart } from './attachments'
import { parseAuthenticationResults } from './authentication-results'
import { cleanText } from './clean-text'
import { type BodyBlock, type Collected, collectBody } from './collect-body'
import { decodeWords } from './encoded-words'
import type { HeaderField } from './header-fields'
import { MOST_HTML } from './limit-html'
import type {
  ExtractedAttachment,
  MimeNotice,
  NoticeCode,
  ParsedAttachment,
  ParsedMessage,
  ParseOptions,
} from './parsed-message'
import { type PartText, partText } from './part-text'
import { renderHtml } from './render-html'
import { type MimePart, type ScannedMessage, scanStructure } from './scan-structure'
import { textOfHtml } from './text-of-html'

export const MOST_BYTES = 50 * 1024 * 1024

/** Reads a whole message within all limits. May throw only for a defect of ours; parseMessage catches that. */
export function parseRaw(bytes: Uint8Array, options: ParseOptions): ParsedMessage {
  const raw = normalBytes(bytes)
  const scanned = scanStructure(raw)
  const collected = collectBody(scanned.root)
  const notices = structureNotices(bytes.length, raw, scanned, collected)
  const attachments = describeAttachments(raw, collected.attachments)
  const body = readBody(raw, collected.blocks, attachments, options, notices)
  return {
    ...body,
    attachments,
    headers: shownHeaders(scanned.root.headers),
    authentication: authenticationOf(scanned.root.headers),
    notices,
  }
}

/** The decoded content of the attachment at a position of parseRaw's list; null when there is none. */
export function extractRaw(bytes: Uint8Array, position: number): ExtractedAttachment | null {
  const raw = normalBytes(bytes)
  const part = collectBody(scanStructure(raw).root).attachments[position]
  return part ? extractPart(raw, part, position) : null
}

/** Within the size limit, and with line feeds: some old clients end lines with CR alone. */
function normalBytes(bytes: Uint8Array): Buffer {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MOST_BYTES))
  if (raw.includes(0x0a) || !raw.includes(0x0d)) return raw
  return Buffer.from(raw.toString('latin1').replaceAll('\r', '\n'), 'latin1')
}

function structureNotices(
  size: number,
  raw: Buffer,
  scanned: ScannedMessage,
  collected: Collected,
): MimeNotice[] {
  const found: [NoticeCode, boolean][] = [
    ['too-many-parts', scanned.tooManyParts],
    ['too-deep', scanned.tooDeep],
    ['too-many-headers', scanned.headersCut],
    ['no-headers', scanned.root.headers.length === 0],
    ['no-body', scanned.bodyStart >= raw.length],
    ['encrypted', collected.encrypted],
  ]
  const notices: MimeNotice[] = found.filter(([, is]) => is).map(([code]) => ({ code }))
  if (size > raw.length) notices.push({ code: 'too-large', detail: `${size - raw.length}` })
  return notices
}

type Body = { text: string; html: string | null }

function readBody(
  raw: Buffer,
  blocks: BodyBlock[],
  attachments: ParsedAttachment[],
  options: ParseOptions,
  notices: MimeNotice[],
): Body {
  const read = reader(raw, notices)
  const text = blocks
    .map((block) => (block.plain ?? block.html ?? []).map((part) => asPlain(part, read)).join('\n'))
    .join('\n')
  const hasHtml = blocks.some((block) => block.html?.some((part) => part.type === 'text/html'))
  if (!hasHtml) return { text, html: null }
  const pieces = blocks
    .flatMap((block) => block.html ?? block.plain ?? [])
    .map((part) => ({ type: part.type, text: read(part) }))
  if (pieces.reduce((sum, piece) => sum + piece.text.length, 0) > MOST_HTML) {
    notices.push({ code: 'html-too-large' })
    return { text, html: null }
  }
  return { text, html: renderHtml(pieces, attachments, options, notices) }
}

/** Decodes each part once and tells of unknown charsets once. */
function reader(raw: Buffer, notices: MimeNotice[]): (part: MimePart) => string {
  const known = new Map<MimePart, PartText>()
  return (part) => {
    const read = known.get(part) ?? partText(raw, part)
    if (!known.has(part)) {
      known.set(part, read)
      const detail = read.unknownCharset
      if (detail !== null && !notices.some((notice) => notice.detail === detail))
        notices.push({ code: 'charset-unknown', detail })
    }
    return read.text
  }
}

function asPlain(part: MimePart, read: (part: MimePart) => string): string {
  const text = read(part)
  return part.type === 'text/html' ? textOfHtml(text.slice(0, MOST_HTML)) : text
}

const shownHeaders = (fields: readonly HeaderField[]) =>
  fields.map((field) => ({ name: field.writtenName, value: cleanText(decodeWords(field.value)) }))

/** Only the topmost field: what stands below may have come with the message. */
function authenticationOf(fields: readonly HeaderField[]): ParsedMessage['authentication'] {
  const top = fields.find((field) => field.name === 'authentication-results')
  return top ? parseAuthenticationResults(top.value) : null
}
