import type { Tx } from '../../db/client'
import { publish } from '../../events/publish'
import { groupBy } from '../../platform/group-by'
import { type CountChange, changeCounts } from '../mailboxes/folders'
import { type Pair, recountPairs } from './folder-thread.store'

/** What happened to one message in one folder; `total` and `unread` are added to the folder's counts. */
export type Touch = {
  mailboxId: string
  folderId: string
  threadId: string
  id: string
  total: number
  unread: number
  arrived?: boolean
}

const MOST_IDS = 50

/**
 * After the messages were written and in the same transaction: conversations, counts and revision of each folder
 * that was touched, and one event a folder.
 */
export async function tellChange(tx: Tx, touches: Touch[], more: Pair[] = []): Promise<void> {
  await recountPairs(
    tx,
    [...touches, ...more].map(({ folderId, threadId }) => ({ folderId, threadId })),
  )
  const folders = groupBy(touches, (touch) => touch.folderId)
  const counts = [...folders].map(([folderId, list]) => sum(folderId, list))
  const quiet = more.filter((pair) => !folders.has(pair.folderId)).map((pair) => pair.folderId)
  await changeCounts(tx, [
    ...counts,
    ...[...new Set(quiet)].map((folderId) => ({ folderId, total: 0, unread: 0 })),
  ])
  for (const [folderId, list] of folders) await tellFolder(tx, folderId, list)
}

const sum = (folderId: string, touches: Touch[]): CountChange => ({
  folderId,
  total: touches.reduce((total, touch) => total + touch.total, 0),
  unread: touches.reduce((unread, touch) => unread + touch.unread, 0),
})

async function tellFolder(tx: Tx, folderId: string, touches: Touch[]): Promise<void> {
  const mailboxId = touches[0]?.mailboxId
  if (!mailboxId) return
  const ids = [...new Set(touches.map((touch) => touch.id))]
  const threadIds = [...new Set(touches.map((touch) => touch.threadId))]
  await publish(tx, `mailbox:${mailboxId}`, {
    type: 'messages-changed',
    mailboxId,
    folderId,
    ...(ids.length <= MOST_IDS ? { ids } : {}),
    ...(threadIds.length <= MOST_IDS ? { threadIds } : {}),
    ...(touches.some((touch) => touch.arrived) ? { arrived: true } : {}),
  })
}
