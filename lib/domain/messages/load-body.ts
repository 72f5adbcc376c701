import { inTransaction } from '../../db/client'
import { parseMessage } from '../../mime/parse-message'
import type { ParsedMessage } from '../../mime/parsed-message'
import { newId } from '../../platform/ids'
import { atMessage } from './at-message'
import { fetchExcerpt } from './fetch-excerpt'
import { goneOnServer } from './mail-server-answer'
import type { FullRow } from './message.store'
import { type BodyRow, findBody, saveBody } from './message-body.store'
import { setPreviews } from './message-write.store'

/** Raise when the sanitizer changes: bodies stored by an older one are made again. */
export const SANITIZER = 1
/** Larger messages are shown by their text parts alone; the rest is fetched when asked for. */
export const MOST_SOURCE = 40 * 1024 * 1024
const LONGEST_PREVIEW = 200
/** What a busy moment can cause: shown now, but made again at the next opening. */
const PASSING = new Set(['parse-timeout', 'parse-failed'])

/** The parsed body: from the cache, else fetched, parsed in the MIME worker and stored. */
export async function loadBody(row: FullRow): Promise<BodyRow> {
  const cached = await findBody(row.id)
  if (cached && cached.sanitizer === SANITIZER) return cached
  const parsed = await parse(row)
  await inTransaction(async (tx) => {
    const { text, html, headers, authentication, notices } = parsed
    const isLasting = !notices.some(({ code }) => PASSING.has(code))
    const words = { text, html, headers, notices, sanitizer: isLasting ? SANITIZER : 0 }
    await saveBody(
      tx,
      { messageId: row.id, ...words, ...(authentication ? { authentication } : {}) },
      parsed.attachments.map(({ position, section, encoding, name, type, size, inline, contentId }) => ({
        id: newId(),
        messageId: row.id,
        ...{ position, section, encoding, name, type, size, inline, contentId },
      })),
    )
    if (row.preview.trim() === '') await setPreviews(tx, [{ id: row.id, preview: firstWords(text) }])
  })
  const stored = await findBody(row.id)
  if (!stored) throw goneOnServer()
  return stored
}

async function parse(row: FullRow): Promise<ParsedMessage> {
  const options = { inlineUrl: `/message-body/${row.id}/inline/` }
  if (row.size > MOST_SOURCE) return fetchExcerpt(row, options)
  const source = await atMessage(row, (session, uid) => session.fetchSource(uid, MOST_SOURCE))
  if (!source) throw goneOnServer()
  return parseMessage(source, options)
}

const firstWords = (text: string) =>
  text.slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, LONGEST_PREVIEW).toWellFormed() || ' '
