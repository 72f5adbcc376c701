// lib/domain/search: finding messages in the cache.
import type { z } from 'zod'
import type { SearchPage, SearchQuery } from '../../contract/messages'
import { foldersByIds, isWhollyCached } from '../mailboxes/folders'
import { allowMailbox, mailboxIdsOf } from '../mailboxes/mailbox.policy'
import { findMatches } from '../messages/find-matches'
import { wordsOf } from './search-words'

/**
 * Messages that hold every word, in subject, people, preview or cached text, newest first. `complete` is false while
 * part of the mailbox is not in the cache: then "nothing found" means "not yet".
 */
export async function searchMessages(
  userId: string,
  query: z.output<typeof SearchQuery>,
): Promise<SearchPage> {
  const mailboxIds = query.mailbox
    ? [(await allowMailbox(userId, query.mailbox)).id]
    : await mailboxIdsOf(userId)
  const complete = await isWhollyCached(mailboxIds)
  const words = wordsOf(query.q)
  if (words.length === 0 || mailboxIds.length === 0) return { messages: [], nextCursor: null, complete }
  const { messages, nextCursor } = await findMatches(mailboxIds, words, query)
  const folders = new Map(
    (await foldersByIds(messages.map((message) => message.folderId))).map((folder) => [folder.id, folder]),
  )
  return {
    messages: messages.flatMap((message) => {
      const folder = folders.get(message.folderId)
      return folder ? [{ ...message, folder: { id: folder.id, name: folder.name, path: folder.path } }] : []
    }),
    nextCursor,
    complete,
  }
}
