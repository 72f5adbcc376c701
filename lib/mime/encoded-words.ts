// RFC 2047 as it is met: long words, spaces inside, missing spaces between, characters split over words.
import { Buffer } from 'node:buffer'
import { decodeCharset } from './charset'

type Word = { charset: string; bytes: Buffer; end: number }

/** Decodes the encoded words of one unfolded header value. Linear in its length. */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value
  let out = ''
  let at = 0
  for (;;) {
    const start = value.indexOf('=?', at)
    if (start < 0) return out + value.slice(at)
    const first = readWord(value, start)
    if (!first) {
      out += value.slice(at, start + 2)
      at = start + 2
      continue
    }
    const run = readRun(value, first)
    out += value.slice(at, start) + run.text
    at = run.end
  }
}

/** Neighbouring words, joined by their bytes while the charset is the same, as some senders split characters. */
function readRun(value: string, first: Word): { text: string; end: number } {
  let text = ''
  let charset = first.charset
  let parts = [first.bytes]
  let end = first.end
  for (;;) {
    const start = skipSpace(value, end)
    const next = value.startsWith('=?', start) ? readWord(value, start) : null
    if (next && next.charset === charset) parts.push(next.bytes)
    else {
      text += decodeCharset(Buffer.concat(parts), charset).text
      if (!next) return { text, end }
      charset = next.charset
      parts = [next.bytes]
    }
    end = next.end
  }
}

function skipSpace(value: string, from: number): number {
  let at = from
  while (value[at] === ' ' || value[at] === '\t' || value[at] === '\r' || value[at] === '\n') at++
  return at
}

const LONGEST_CHARSET = 60

function readWord(value: string, start: number): Word | null {
  const charsetEnd = value.indexOf('?', start + 2)
  if (charsetEnd < 0 || charsetEnd === start + 2 || charsetEnd - start > LONGEST_CHARSET) return null
  const charset =
    value
      .slice(start + 2, charsetEnd)
      .split('*')[0]
      ?.toLowerCase() ?? ''
  const encoding = value[charsetEnd + 1]?.toUpperCase()
  if (/\s/.test(charset) || (encoding !== 'Q' && encoding !== 'B') || value[charsetEnd + 2] !== '?')
    return null
  const textStart = charsetEnd + 3
  const textEnd = value.indexOf('?=', textStart)
  if (textEnd < 0) return null
  const text = value.slice(textStart, textEnd)
  return { charset, bytes: encoding === 'B' ? decodeB(text) : decodeQ(text), end: textEnd + 2 }
}

/** Padding in the middle means that the sender glued several words together. */
function decodeB(text: string): Buffer {
  const clean = text.replace(/[^A-Za-z0-9+/=_-]+/g, '')
  return Buffer.concat(clean.split(/=+/).map((part) => Buffer.from(part, 'base64')))
}

function decodeQ(text: string): Buffer {
  const source = Buffer.from(text, 'utf8')
  const out = Buffer.alloc(source.length)
  let length = 0
  for (let i = 0; i < source.length; i++) {
    const byte = source[i] ?? 0
    const pair = byte === 0x3d ? source.toString('latin1', i + 1, i + 3) : ''
    if (/^[0-9a-f]{2}$/i.test(pair)) {
      out[length++] = Number.parseInt(pair, 16)
      i += 2
    } else out[length++] = byte === 0x5f ? 0x20 : byte
  }
  return out.subarray(0, length)
}
