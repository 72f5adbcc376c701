import type { PageQuery } from '../../contract/common'
import type { ThreadPage, ThreadSummary } from '../../contract/messages'
import { allowFolder } from '../mailboxes/mailbox.policy'
import { decodeDateCursor, encodeCursor } from './cursor'
import { countThreads, type FolderThreadRow, findThreadPage } from './folder-thread.store'
import { presentAddress, presentSummary } from './message.present'
import { findSenders, findSummaries } from './message.store'
import { requestFolderSync } from './request-folder-sync'

const LIST = 'threads'
const MOST_PARTICIPANTS = 20

/** Conversations of a folder, the one with the newest message first. */
export async function listThreads(userId: string, folderId: string, query: PageQuery): Promise<ThreadPage> {
  const folder = await allowFolder(userId, folderId)
  const after = decodeDateCursor(LIST, query.cursor)
  if (!after) await requestFolderSync(folder)
  const rows = await findThreadPage(folder.id, after, query.limit + 1)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return {
    threads: await describe(folder.id, page),
    nextCursor: last ? encodeCursor(LIST, last.latestAt.toISOString(), last.threadId) : null,
    total: await countThreads(folder.id),
  }
}

async function describe(folderId: string, page: FolderThreadRow[]): Promise<ThreadSummary[]> {
  if (page.length === 0) return []
  const [latest, senders] = await Promise.all([
    findSummaries(page.map((row) => row.latestMessageId)),
    findSenders(
      folderId,
      page.map((row) => row.threadId),
    ),
  ])
  const byId = new Map(latest.map((row) => [row.id, row]))
  return page.flatMap((row) => {
    const newest = byId.get(row.latestMessageId)
    // moved on between the two reads: the browser is told and asks again
    if (!newest) return []
    return {
      id: row.threadId,
      subject: newest.subject,
      participants: participantsOf(senders.filter((sender) => sender.threadId === row.threadId)),
      messageCount: row.messageCount,
      unreadCount: row.unreadCount,
      latest: presentSummary(newest),
    }
  })
}

function participantsOf(senders: { sender: unknown }[]): ThreadSummary['participants'] {
  const found = new Map<string, ThreadSummary['participants'][number]>()
  for (const { sender } of senders) {
    const address = presentAddress(sender)
    const key = address?.address.toLowerCase() || address?.name
    if (address && key && !found.has(key)) found.set(key, address)
  }
  return [...found.values()].slice(0, MOST_PARTICIPANTS)
}
