import { Buffer } from 'node:buffer'
import { guessCharset } from './charset'
import { cleanText } from './clean-text'
import { readHeaderFields } from './header-fields'
import type { NoticeCode, ParsedMessage } from './parsed-message'

const MOST_SHOWN = 64 * 1024

/** The last resort for a message that could not be read: its first 64 KB as text. Cheap enough for any thread. */
export function showRaw(raw: Uint8Array, code: NoticeCode): ParsedMessage {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, MOST_SHOWN))
  const blank = /\r?\n\r?\n/.exec(start.toString('latin1'))
  const bodyStart = blank ? blank.index + blank[0].length : start.length
  const { fields } = readHeaderFields(start.subarray(0, blank?.index ?? start.length))
  return {
    text: cleanText(guessCharset(start.subarray(bodyStart))).replace(/\r\n?/g, '\n'),
    html: null,
    attachments: [],
    headers: fields.map((field) => ({ name: field.writtenName, value: cleanText(field.value) })),
    authentication: null,
    notices: [{ code }],
  }
}
