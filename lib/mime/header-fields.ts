import { Buffer } from 'node:buffer'
import { guessCharset } from './charset'

export type HeaderField = {
  /** lower case */
  name: string
  /** as the sender wrote the name */
  writtenName: string
  /** unfolded, 8-bit bytes decoded as UTF-8 or by guess; encoded words not decoded */
  value: string
}

export const MOST_HEADER_BYTES = 256 * 1024
export const MOST_HEADERS = 1000

export type HeaderBlock = { fields: HeaderField[] /** limits were met and the rest left out */; cut: boolean }

/**
 * Splits a header block (RFC 5322 section 2.2) at CRLF, LF, or CR where there is no other. Names may be anything, `__proto__` too: they are kept
 * as values, never as keys. Lines without a colon are skipped. Linear; at most 256 KB and 1,000 fields.
 */
export function readHeaderFields(header: Uint8Array): HeaderBlock {
  const cut = header.length > MOST_HEADER_BYTES
  const end = Math.min(header.length, MOST_HEADER_BYTES)
  const bytes = Buffer.from(header.buffer, header.byteOffset, end).toString('latin1')
  const text = bytes.includes('\n') ? bytes : bytes.replaceAll('\r', '\n')
  const fields: HeaderField[] = []
  let at = 0
  while (at < text.length) {
    const stop = endOfField(text, at)
    const field = readField(text.slice(at, stop))
    at = stop
    if (!field) continue
    if (fields.length === MOST_HEADERS) return { fields, cut: true }
    fields.push(field)
  }
  return { fields, cut }
}

/** Index after the line end that closes the field: the next line begins with neither space nor tab. */
function endOfField(text: string, start: number): number {
  let at = start
  for (;;) {
    const lineEnd = text.indexOf('\n', at)
    if (lineEnd < 0) return text.length
    at = lineEnd + 1
    if (text[at] !== ' ' && text[at] !== '\t') return at
  }
}

function readField(raw: string): HeaderField | null {
  const colon = raw.indexOf(':')
  if (colon <= 0) return null
  const writtenName = raw.slice(0, colon).trimEnd()
  if (!/^[\x21-\x7e]+$/.test(writtenName)) return null
  return { name: writtenName.toLowerCase(), writtenName, value: decodeEightBit(unfold(raw.slice(colon + 1))) }
}

function unfold(value: string): string {
  return (
    value.includes('\n') || value.includes('\r') ? value.replace(/\r?\n(?=[ \t])|[\r\n]+/g, '') : value
  ).trim()
}

const eightBit = /[\x80-\xff]/

function decodeEightBit(value: string): string {
  return eightBit.test(value) ? guessCharset(Buffer.from(value, 'latin1')) : value
}

/** The value of the first field of that name: where a field is doubled the first wins, in lists and in views alike. */
export function firstValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? ''
}
