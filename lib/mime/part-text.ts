import type { Buffer } from 'node:buffer'
import { decodeFlowed } from '../mail/flowed'
import { decodeCharset } from './charset'
import { cleanText } from './clean-text'
import type { MimePart } from './scan-structure'
import { decodeTransfer } from './transfer-encoding'

export type PartText = {
  text: string /** the charset named that nobody knows, else null */
  unknownCharset: string | null
}

/** The decoded bytes of one leaf. */
export function partBytes(raw: Buffer, part: MimePart): Buffer {
  return decodeTransfer(raw.subarray(part.start, part.end), part.encoding)
}

/** The words of a text part: transfer encoding, charset (also an HTML part's own), format=flowed; line ends are \n. */
export function partText(raw: Buffer, part: MimePart): PartText {
  const bytes = partBytes(raw, part)
  const named =
    part.typeParameters.get('charset') ?? (part.type === 'text/html' ? charsetInHtml(bytes) : null)
  const decoded = decodeCharset(bytes, named)
  const text = cleanText(decoded.text).replace(/\r\n?/g, '\n')
  const flowed = part.typeParameters.get('format')?.toLowerCase() === 'flowed' && part.type === 'text/plain'
  const delSp = part.typeParameters.get('delsp')?.toLowerCase() === 'yes'
  return {
    text: flowed ? decodeFlowed(text, delSp) : part.type === 'text/enriched' ? withoutEnriched(text) : text,
    unknownCharset: named !== null && !decoded.known ? cleanText(named).slice(0, 60) : null,
  }
}

/** The words of text/enriched (RFC 1896): `<<` is a `<`, commands are left out. */
const withoutEnriched = (text: string) =>
  text.replace(/<<|<\/?[\w-]{1,60}>/g, (found) => (found === '<<' ? '<' : ''))

/** `<meta charset=…>` within the first 1,024 bytes, as browsers do. */
function charsetInHtml(bytes: Buffer): string | null {
  const start = bytes.toString('latin1', 0, 1024)
  return /<meta\b[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? null
}
