import type { ChangeResults, DeleteRequest } from '../../contract/messages'
import { inTransaction, type Tx } from '../../db/client'
import { groupBy } from '../../platform/group-by'
import { log } from '../../platform/log'
import { askWorker } from '../mailboxes/ask-worker'
import { ensureTrash } from '../mailboxes/ensure-trash'
import { type FolderRow, foldersOf, lockFolders } from '../mailboxes/folders'
import { resultsFor } from './change-results'
import { allowedMessages } from './message.policy'
import { findSummaries, type SummaryRow } from './message.store'
import { deleteMessageRows } from './message-write.store'
import { moveInto } from './move-messages'
import { insertPending } from './pending-change.store'
import { tellChange } from './tell-change'

/** To Trash, which is made when there is none; what is in Trash already goes for good. */
export async function deleteMessages(userId: string, request: DeleteRequest): Promise<ChangeResults> {
  const allowed = await allowedMessages(userId, request.ids)
  const problems = new Map<string, string>()
  for (const [mailboxId, rows] of groupBy(allowed, (row) => row.mailboxId)) {
    const trash = await ensureTrash(mailboxId).catch((error: unknown) => {
      log.warn({ mailboxId, err: error }, 'there is no Trash and none could be made')
      return null
    })
    if (trash) await deleteIn(userId, mailboxId, trash, rows)
    else for (const row of rows) problems.set(row.id, 'no-trash')
  }
  return resultsFor(request.ids, allowed, problems)
}

async function deleteIn(
  userId: string,
  mailboxId: string,
  trash: FolderRow,
  rows: SummaryRow[],
): Promise<void> {
  const inside = new Set(
    (await foldersOf(mailboxId)).filter((folder) => isWithin(folder, trash)).map((folder) => folder.id),
  )
  const [forGood, toTrash] = [
    rows.filter((row) => inside.has(row.folderId)),
    rows.filter((row) => !inside.has(row.folderId)),
  ]
  await inTransaction(async (tx) => {
    await lockFolders(tx, [trash.id, ...rows.map((row) => row.folderId)])
    await moveInto(tx, userId, trash, toTrash)
    await expunge(tx, userId, mailboxId, forGood)
  })
}

/** Trash itself and what lies below it. */
const isWithin = (folder: FolderRow, trash: FolderRow) =>
  folder.id === trash.id || folder.path.startsWith(trash.path + trash.delimiter)

async function expunge(tx: Tx, userId: string, mailboxId: string, wanted: SummaryRow[]): Promise<void> {
  const rows = await findSummaries(
    wanted.map((row) => row.id),
    tx,
  )
  if (rows.length === 0) return
  await deleteMessageRows(
    tx,
    rows.map((row) => row.id),
  )
  await insertPending(
    tx,
    userId,
    mailboxId,
    rows.map((row) => ({
      messageId: row.id,
      kind: 'delete',
      payload: { fromFolderId: row.folderId, uid: row.uid?.toString() ?? null },
    })),
  )
  await tellChange(
    tx,
    rows.map((row) => ({ ...row, mailboxId, total: -1, unread: row.seen ? 0 : -1 })),
  )
  await askWorker(tx, { kind: 'changes', mailboxId })
}
