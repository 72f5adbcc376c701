import { cleanText } from './clean-text'
import type { ExtractedAttachment, ParsedMessage, ParseOptions } from './parsed-message'
import { showRaw } from './show-raw'
import { mimePool } from './worker/mime-pool'

/**
 * Raw bytes to words, in a thread that is killed after 5 s; the caller's event loop is never blocked. Never throws
 * for what a message holds: what cannot be read is shown as raw text with a notice (`parse-failed`, `parse-timeout`).
 */
export async function parseMessage(raw: Uint8Array, options: ParseOptions = {}): Promise<ParsedMessage> {
  const answer = await mimePool().run({ kind: 'parse', raw, options })
  if (answer.kind === 'parse') return answer.message
  const timedOut = answer.kind === 'failed' && answer.reason === 'timeout'
  return showRaw(raw, timedOut ? 'parse-timeout' : 'parse-failed')
}

/** The content of one attachment by its position in ParsedMessage; null when it cannot be had. */
export async function extractAttachment(
  raw: Uint8Array,
  position: number,
): Promise<ExtractedAttachment | null> {
  const answer = await mimePool().run({ kind: 'extract', raw, position })
  return answer.kind === 'extract' ? answer.attachment : null
}

/** The composer's HTML made safe to send, in the same thread. Throws when the thread fails: nothing is sent then. */
export async function sanitizeOutgoingHtml(html: string): Promise<string> {
  const answer = await mimePool().run({ kind: 'sanitize-outgoing', html: cleanText(html) })
  if (answer.kind === 'sanitize-outgoing') return answer.html
  throw new Error(
    `the HTML could not be made safe: ${answer.kind === 'failed' ? answer.reason : answer.kind}`,
  )
}
