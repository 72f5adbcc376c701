// Decoding for SEARCH: what a person reads in a header or a text part.
import { firstValue } from './header'
import type { Part } from './part'

/** Decodes encoded words (RFC 2047), and raw 8-bit as UTF-8. */
export function decodeWords(value: string): string {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1')
  const raw = Buffer.from(joined, 'latin1').toString()
  return raw.replace(
    /=\?([^?*]+)(?:\*[^?]*)?\?([BQbq])\?([^?]*)\?=/g,
    (word, charset: string, kind: string, text: string) => {
      const bytes =
        kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : unquote(text.replace(/_/g, ' '))
      return decode(bytes, charset) ?? word
    },
  )
}

/** The text of all text parts, decoded, for SEARCH BODY and TEXT. */
export function textOf(raw: Buffer, part: Part): string {
  if (part.children.length > 0) return part.children.map((child) => textOf(raw, child)).join('\n')
  if (part.type !== 'text') return ''
  const body = raw.subarray(part.bodyStart, part.end)
  const charset = part.parameters.find(([name]) => name === 'charset')?.[1] ?? 'utf-8'
  const bytes = transferDecode(body, firstValue(part.fields, 'content-transfer-encoding') ?? '7bit')
  return decode(bytes, charset) ?? bytes.toString()
}

function transferDecode(body: Buffer, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body.toString('latin1'), 'base64')
  if (/quoted-printable/i.test(encoding)) return unquote(body.toString('latin1').replace(/=\r?\n/g, ''))
  return body
}

function unquote(text: string): Buffer {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}

function decode(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return null
  }
}
