import type { ChangeResults, MoveRequest } from '../../contract/messages'
import { inTransaction, type Tx } from '../../db/client'
import { AppError } from '../../platform/errors'
import { askWorker } from '../mailboxes/ask-worker'
import { type FolderRow, lockFolders } from '../mailboxes/folders'
import { allowFolder } from '../mailboxes/mailbox.policy'
import { resultsFor } from './change-results'
import { allowedMessages } from './message.policy'
import { findSummaries, type SummaryRow } from './message.store'
import { placeMessages } from './message-write.store'
import { insertPending } from './pending-change.store'
import { tellChange } from './tell-change'

/** Moves in the cache and stores what is to be pushed, in one transaction. Only within one mailbox. */
export async function moveMessages(userId: string, request: MoveRequest): Promise<ChangeResults> {
  const target = await allowFolder(userId, request.folderId)
  if (!target.selectable) {
    throw new AppError('conflict', 'not-selectable', 'This folder cannot hold messages.')
  }
  const allowed = await allowedMessages(userId, request.ids)
  const own = allowed.filter((row) => row.mailboxId === target.mailboxId)
  await inTransaction((tx) => moveInto(tx, userId, target, own))
  const foreign = allowed.filter((row) => row.mailboxId !== target.mailboxId)
  return resultsFor(request.ids, allowed, new Map(foreign.map((row) => [row.id, 'other-mailbox'])))
}

/** The move itself, for whoever has checked that the person may. */
export async function moveInto(
  tx: Tx,
  userId: string,
  target: FolderRow,
  wanted: SummaryRow[],
): Promise<void> {
  await lockFolders(tx, [target.id, ...wanted.map((row) => row.folderId)])
  const ids = wanted.map((row) => row.id)
  const rows = (await findSummaries(ids, tx)).filter((row) => row.folderId !== target.id)
  if (rows.length === 0) return
  const { mailboxId } = target
  await placeMessages(
    tx,
    rows.map((row) => ({ id: row.id, folderId: target.id, uid: null })),
  )
  await insertPending(
    tx,
    userId,
    mailboxId,
    rows.map((row) => ({
      messageId: row.id,
      kind: 'move',
      payload: { fromFolderId: row.folderId, toFolderId: target.id, uid: row.uid?.toString() ?? null },
    })),
  )
  await tellChange(
    tx,
    rows.flatMap((row) => {
      const unread = row.seen ? 0 : 1
      const { id, threadId } = row
      return [
        { id, threadId, mailboxId, folderId: row.folderId, total: -1, unread: -unread },
        { id, threadId, mailboxId, folderId: target.id, total: 1, unread },
      ]
    }),
  )
  await askWorker(tx, { kind: 'changes', mailboxId })
}
