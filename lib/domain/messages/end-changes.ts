import type { Tx } from '../../db/client'
import { publish } from '../../events/publish'
import { findOpenIn, settle } from './pending-change.store'

/** The messages these changes meant cannot be found any more: ended, and the person is told. */
export async function endChangesOf(tx: Tx, mailboxId: string, folderId: string): Promise<void> {
  const ids = await findOpenIn(tx, mailboxId, folderId)
  if (ids.length === 0) return
  await settle(tx, ids, 'refused', 'The folder was replaced on the mail server.')
  const changeIds = ids.slice(0, 50).map(String)
  await publish(tx, `mailbox:${mailboxId}`, { type: 'changes-refused', mailboxId, changeIds })
}
