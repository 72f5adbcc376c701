import type { Buffer } from 'node:buffer'
import { safeFileName } from '../mail/safe-file-name'
import { cleanText } from './clean-text'
import { decodeWords } from './encoded-words'
import { firstValue, readHeaderFields } from './header-fields'
import type { ExtractedAttachment, ParsedAttachment } from './parsed-message'
import { partBytes } from './part-text'
import type { MimePart } from './scan-structure'

const extensions: Record<string, string> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/plain': '.txt',
  'text/html': '.html',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
}

/** What is told about the attachments of a message; `inline` is set by the caller once the HTML is known. */
export function describeAttachments(raw: Buffer, parts: readonly MimePart[]): ParsedAttachment[] {
  return parts.map((part, position) => ({
    position,
    name: attachmentName(raw, part, position),
    type: part.type,
    size: partBytes(raw, part).length,
    inline: false,
    contentId: part.contentId === null ? null : cleanText(part.contentId),
    section: part.section,
    encoding: part.encoding,
  }))
}

export function extractPart(raw: Buffer, part: MimePart, position: number): ExtractedAttachment {
  return { name: attachmentName(raw, part, position), type: part.type, content: partBytes(raw, part) }
}

function attachmentName(raw: Buffer, part: MimePart, position: number): string {
  const given = part.dispositionParameters.get('filename') ?? part.typeParameters.get('name') ?? ''
  const fallback = `attachment-${position + 1}${extensions[part.type] ?? ''}`
  if (given !== '') return safeFileName(cleanText(given), fallback)
  const subject = part.type === 'message/rfc822' ? subjectInside(raw, part) : ''
  return subject === '' ? fallback : safeFileName(`${subject.slice(0, 100)}.eml`, fallback)
}

/** A forwarded message is named by its subject. */
function subjectInside(raw: Buffer, part: MimePart): string {
  const start = partBytes(raw, { ...part, end: Math.min(part.end, part.start + 8192) })
  const headerEnd = start.toString('latin1').search(/\r?\n\r?\n/)
  return cleanText(
    decodeWords(
      firstValue(
        readHeaderFields(start.subarray(0, headerEnd < 0 ? undefined : headerEnd)).fields,
        'subject',
      ),
    ),
  )
}
