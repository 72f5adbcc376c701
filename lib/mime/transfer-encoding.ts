import { Buffer } from 'node:buffer'

/** Undoes a Content-Transfer-Encoding (RFC 2045 section 6). Unknown names are left as they are. Never throws. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const name = encoding.trim().toLowerCase()
  if (name.startsWith('base64')) return decodeBase64(buffer)
  if (name.startsWith('quoted-printable')) return decodeQuotedPrintable(buffer)
  if (/^(?:x-)?uu(?:e|encode)/.test(name)) return decodeUu(buffer)
  return buffer
}

/** Text after the padding is a list's footer, unless it is base64 throughout: then the sender glued pieces together. */
function decodeBase64(buffer: Buffer): Buffer {
  const text = buffer.toString('latin1')
  const padding = text.indexOf('=')
  if (padding < 0) return Buffer.from(text, 'base64')
  const rest = text.slice(padding).replace(/^=+/, '').trim()
  if (rest === '' || !/^[A-Za-z0-9+/=\r\n]+$/.test(rest)) return Buffer.from(text.slice(0, padding), 'base64')
  return Buffer.concat(text.split(/=+/).map((part) => Buffer.from(part, 'base64')))
}

const EQUALS = 0x3d

function decodeQuotedPrintable(source: Buffer): Buffer {
  const out = Buffer.alloc(source.length)
  let length = 0
  // Bytes before this index were encoded: blanks among them belong to the text.
  let firm = 0
  for (let i = 0; i < source.length; i++) {
    const byte = source[i] ?? 0
    if (byte === 0x0a) length = trimLineEnd(out, firm, length)
    if (byte !== EQUALS) {
      out[length++] = byte
      continue
    }
    const value = hexPair(source[i + 1], source[i + 2])
    const soft = value < 0 ? softBreak(source, i + 1) : -1
    if (value >= 0) {
      out[length++] = value
      firm = length
      i += 2
    } else if (soft >= 0) i = soft
    else out[length++] = byte
  }
  return out.subarray(0, length)
}

/** Blanks before a line end are not part of the text (RFC 2045 section 6.7, rule 3); a CR is kept. */
function trimLineEnd(out: Buffer, firm: number, length: number): number {
  const carriage = length > firm && out[length - 1] === 0x0d ? 1 : 0
  let end = length - carriage
  while (end > firm && (out[end - 1] === 0x20 || out[end - 1] === 0x09)) end--
  if (carriage) out[end] = 0x0d
  return end + carriage
}

/** Index of the LF that ends a soft line break, -1 when the `=` is not one. The end of the text counts as one. */
function softBreak(source: Buffer, from: number): number {
  let at = from
  while (source[at] === 0x20 || source[at] === 0x09 || source[at] === 0x0d) at++
  return source[at] === 0x0a || at >= source.length ? at : -1
}

function hexPair(high: number | undefined, low: number | undefined): number {
  const [a, b] = [hexDigit(high ?? 0), hexDigit(low ?? 0)]
  return a < 0 || b < 0 ? -1 : a * 16 + b
}

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x41 + 10
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x61 + 10 : -1
}

/** uuencode, as some old clients still declare it. Lines outside begin/end are left out. */
function decodeUu(buffer: Buffer): Buffer {
  const lines = buffer.toString('latin1').split(/\r?\n/)
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line))
  if (begin < 0) return buffer
  const parts: Buffer[] = []
  for (const line of lines.slice(begin + 1)) {
    if (line === 'end' || line === '`') break
    parts.push(decodeUuLine(line))
  }
  return Buffer.concat(parts)
}

function decodeUuLine(line: string): Buffer {
  const value = (at: number) => ((line.charCodeAt(at) || 32) - 32) & 63
  const size = value(0)
  const out = Buffer.alloc(Math.ceil(size / 3) * 3)
  for (let i = 0, at = 1; i < size; i += 3, at += 4) {
    out.writeUIntBE((value(at) << 18) | (value(at + 1) << 12) | (value(at + 2) << 6) | value(at + 3), i, 3)
  }
  return out.subarray(0, size)
}
