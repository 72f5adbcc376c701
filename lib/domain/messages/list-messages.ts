import type { MessagePage, MessageQuery } from '../../contract/messages'
import { allowFolder } from '../mailboxes/mailbox.policy'
import { decodeCursor, encodeCursor } from './cursor'
import { presentSummary } from './message.present'
import { findPage, type Sorting, type SummaryRow } from './message.store'
import { requestFolderSync } from './request-folder-sync'

/** One page of a folder; `total` counts what is in the cache. A folder never looked at is fetched meanwhile. */
export async function listMessages(
  userId: string,
  folderId: string,
  query: MessageQuery,
): Promise<MessagePage> {
  const folder = await allowFolder(userId, folderId)
  const { sort, order, limit } = query
  const list = `${sort}.${order}`
  const after = decodeCursor(list, query.cursor)
  if (!after) await requestFolderSync(folder)
  const rows = await findPage(folder.id, { sort, order }, after, limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    messages: rows.slice(0, limit).map(presentSummary),
    nextCursor: last ? encodeCursor(list, sortValue(last, sort), last.id) : null,
    total: folder.total,
  }
}

function sortValue(row: SummaryRow, sort: Sorting['sort']): string | number {
  const values = {
    date: row.receivedAt.toISOString(),
    from: row.fromSort,
    subject: row.subjectSort,
    size: row.size,
  }
  return values[sort]
}
