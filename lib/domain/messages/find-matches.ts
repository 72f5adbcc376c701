import type { PageQuery } from '../../contract/common'
import type { Summary } from '../../contract/messages'
import { decodeDateCursor, encodeCursor } from './cursor'
import { presentSummary } from './message.present'
import { findMatching } from './message.store'

const LIST = 'search'

/** Messages of these mailboxes that hold every word, whatever its case; newest first. */
export async function findMatches(
  mailboxIds: string[],
  words: string[],
  query: PageQuery,
): Promise<{ messages: Summary[]; nextCursor: string | null }> {
  const after = decodeDateCursor(LIST, query.cursor)
  const rows = await findMatching(mailboxIds, words.map(likePattern), after, query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return {
    messages: page.map(presentSummary),
    nextCursor: last ? encodeCursor(LIST, last.receivedAt.toISOString(), last.id) : null,
  }
}

const likePattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`
