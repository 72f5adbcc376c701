import { Buffer } from 'node:buffer'
import { decodeFlowed } from '../mail/flowed'
import { splitQuote } from '../mail/split-quote'
import { decodeCharset } from './charset'
import { cleanText } from './clean-text'
import { textOfHtml } from './text-of-html'
import { decodeTransfer } from './transfer-encoding'

export type PreviewPart = { type: string; charset: string | null; encoding: string }

const LONGEST = 200
const MOST_BYTES = 32 * 1024

/**
 * The first words of a text part, for a list: at most 200 characters on one line, HTML taken off, quoted lines and
 * attributions left out. The bytes may be only the beginning of the part. Looks at no more than 32 KB. Never throws.
 */
export function previewOf(bytes: Uint8Array, part: PreviewPart): string {
  const start = decodeTransfer(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MOST_BYTES)),
    part.encoding,
  )
  const decoded = cleanText(decodeCharset(wholeCharacters(start), part.charset).text)
  const text =
    part.type.toLowerCase() === 'text/html' ? textOfBeginning(decoded) : decodeFlowed(decoded, false)
  const own = splitQuote(text)
    .reply.split('\n')
    .filter((line) => !line.startsWith('>'))
    .join(' ')
  const words = own.replace(/([-_=*~#]\s?){4,}/g, ' ').replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ')
  return shorten(words.trim())
}

function textOfBeginning(html: string): string {
  // A beginning that stops within the head or a style has no words yet.
  const withoutOpenEnd = html.replace(
    /<(?:style|script|head|title)\b(?![\s\S]*<\/(?:style|script|head|title))[\s\S]*$/i,
    '',
  )
  return textOfHtml(withoutOpenEnd.replace(/<[^>]*$/, ''))
}

/** UTF-8 cut in the middle of a character would make the whole look like another charset. */
function wholeCharacters(buffer: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, buffer.length); back++) {
    const byte = buffer[buffer.length - back] ?? 0
    if (byte < 0x80) return buffer
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? buffer.subarray(0, buffer.length - back) : buffer
    }
  }
  return buffer
}

function shorten(text: string): string {
  const characters = [...text.slice(0, LONGEST * 2)]
  return characters
    .slice(0, LONGEST)
    .join('')
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trim()
}
