import type { ChangeResults, FlagsChange } from '../../contract/messages'
import { inTransaction, type Tx } from '../../db/client'
import { groupBy } from '../../platform/group-by'
import { askWorker } from '../mailboxes/ask-worker'
import { lockFolders } from '../mailboxes/folders'
import { applyFlags, flagsOf, sameFlags } from './apply-flags'
import { resultsFor } from './change-results'
import { allowedMessages } from './message.policy'
import { findSummaries, type SummaryRow } from './message.store'
import { updateFlags } from './message-write.store'
import { insertPending } from './pending-change.store'
import { tellChange } from './tell-change'

/** Marks in the cache and stores what is to be pushed, in one transaction; the worker pushes. Answers for each id. */
export async function changeFlags(userId: string, change: FlagsChange): Promise<ChangeResults> {
  const allowed = await allowedMessages(userId, change.ids)
  await inTransaction(async (tx) => {
    await lockFolders(
      tx,
      allowed.map((row) => row.folderId),
    )
    const rows = await findSummaries(
      allowed.map((row) => row.id),
      tx,
    )
    for (const [mailboxId, own] of groupBy(rows, (row) => row.mailboxId)) {
      await changeIn(tx, userId, mailboxId, own, change)
    }
  })
  return resultsFor(change.ids, allowed)
}

async function changeIn(
  tx: Tx,
  userId: string,
  mailboxId: string,
  rows: SummaryRow[],
  { add, remove }: FlagsChange,
): Promise<void> {
  const different = rows
    .map((row) => ({ row, after: applyFlags(row, add, remove) }))
    .filter(({ row, after }) => !sameFlags(row, after))
  if (different.length === 0) return
  const touched = await updateFlags(
    tx,
    different.map(({ row, after }) => ({ id: row.id, ...flagsOf(after) })),
  )
  await insertPending(
    tx,
    userId,
    mailboxId,
    different.map(({ row }) => ({
      messageId: row.id,
      kind: 'flags',
      payload: { add, remove: remove.filter((name) => !add.includes(name)), before: flagsOf(row) },
    })),
  )
  await tellChange(
    tx,
    touched.map((row) => ({ ...row, mailboxId, total: 0, unread: row.seenChange })),
  )
  await askWorker(tx, { kind: 'changes', mailboxId })
}
