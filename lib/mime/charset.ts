// Bytes to words. iconv-lite first, as Node 20's TextDecoder reads windows-1252 wrongly; TextDecoder for the few
// that iconv-lite lacks (ISO-2022-JP).
import { Buffer, isAscii as isPlain, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

export type Decoded = {
  text: string /** false when the charset was unknown or missing and was guessed */
  known: boolean
}

/** Labels seen in mail that neither library knows under this name. */
const aliases: Record<string, string> = {
  'ks_c_5601-1987': 'cp949',
  'ks_c_5601-1989': 'cp949',
  ks_c_5601: 'cp949',
  'euc-kr': 'cp949',
  korean: 'cp949',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  'iso-8859-6-i': 'iso-8859-6',
  'iso-8859-6-e': 'iso-8859-6',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb_2312_80: 'gb18030',
  'x-gbk': 'gb18030',
  'x-euc-jp': 'euc-jp',
  'x-sjis': 'shift_jis',
  'x-mac-roman': 'macintosh',
  unicode: 'utf-16le',
  'unicode-1-1-utf-7': 'utf-7',
  cp65001: 'utf-8',
  utf8mb4: 'utf-8',
}

/** Decodes with the charset a message names; guesses when the name says nothing or lies about 8-bit bytes. */
export function decodeCharset(bytes: Uint8Array, label: string | null): Decoded {
  const name = normalLabel(label ?? '')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (name === '' || isAsciiLabel(name))
    return { text: guessCharset(buffer), known: name !== '' || isPlain(buffer) }
  if (name === 'utf-8') return { text: decodeUtf8(buffer), known: true }
  const text = decodeByName(buffer, name)
  if (text === null) return { text: guessCharset(buffer), known: false }
  return { text: labelLies(text, name, buffer) ? buffer.toString('utf8') : text, known: true }
}

function decodeByName(buffer: Buffer, name: string): string | null {
  if (iconv.encodingExists(name) && !internal.has(name)) return iconv.decode(buffer, name)
  return decodeByPlatform(buffer, name)
}

/** UTF-8 is hardly ever valid by chance: believe it against a western label, or one that does not fit the bytes. */
function labelLies(text: string, name: string, buffer: Buffer): boolean {
  const suspect = name === 'windows-1252' || (text.includes('\ufffd') && mostlyWrong(text))
  return suspect && !isPlain(buffer) && isUtf8(buffer)
}

/** iconv-lite's own names that are no charsets */
const internal = new Set(['base64', 'hex', 'binary', 'internal', 'ucs2internal'])
const isAsciiLabel = (name: string) => name === 'us-ascii' || name === 'ascii' || name === 'ansi_x3.4-1968'

function normalLabel(label: string): string {
  const bare = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/[\s_]*$/, '')
  const name = bare === 'utf8' ? 'utf-8' : bare
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name
}

function decodeUtf8(buffer: Buffer): string {
  const text = buffer.toString('utf8')
  return text.includes('\ufffd') && mostlyWrong(text) ? guessLegacy(buffer) : stripBom(text)
}

const stripBom = (text: string) => (text.startsWith('\ufeff') ? text.slice(1) : text)

/** More characters failed than succeeded among those beyond ASCII: the label lies. */
function mostlyWrong(text: string): boolean {
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  return wrong * 2 > (text.match(/[^\p{ASCII}]/gu)?.length ?? 0)
}

function decodeByPlatform(buffer: Buffer, name: string): string | null {
  try {
    return new TextDecoder(name).decode(name === 'iso-2022-jp' ? withoutIdleEscapes(buffer) : buffer)
  } catch {
    return null
  }
}

/** Back to ASCII and out again: what joined encoded words leave, and what TextDecoder marks as an error. */
const withoutIdleEscapes = (buffer: Buffer) =>
  Buffer.from(buffer.toString('latin1').replaceAll('\x1b(B\x1b', '\x1b'), 'latin1')

/** UTF-8 when it is valid UTF-8, else EUC-KR when the byte pairs look like Korean, else windows-1252. */
export function guessCharset(buffer: Buffer): string {
  if (isPlain(buffer)) return buffer.toString('latin1')
  return isUtf8(buffer) ? stripBom(buffer.toString('utf8')) : guessLegacy(buffer)
}

function guessLegacy(buffer: Buffer): string {
  return iconv.decode(buffer, looksKorean(buffer) ? 'cp949' : 'windows-1252')
}

/** Hangul in EUC-KR are pairs B0-C8 A1-FE; in windows-1252 text such pairs are rare among the high bytes. */
function looksKorean(buffer: Buffer): boolean {
  let pairs = 0
  let high = 0
  const end = Math.min(buffer.length, 20_000)
  for (let i = 0; i < end; i++) {
    const byte = buffer[i] ?? 0
    if (byte < 0x80) continue
    high++
    const next = buffer[i + 1] ?? 0
    if (byte >= 0xb0 && byte <= 0xc8 && next >= 0xa1 && next <= 0xfe) {
      pairs++
      i++
    }
  }
  return pairs > 0 && pairs / high > 0.7
}
