import type { Tx } from '../../db/client'
import { readFlags } from '../../mail/flag-name'
import type { RemoteFlags } from '../../protocols/imap/imap-session'
import { lockFolders } from '../mailboxes/folders'
import { findUidRange } from './message.store'
import { updateFlags } from './message-write.store'
import { pendingFlags, withPending } from './pending-flags'
import { tellChange } from './tell-change'

/**
 * Takes over the server's flags in the caller's transaction. What a person changed and the server does not know yet
 * stays on top. Answers how many messages changed.
 */
export async function recordFlags(
  tx: Tx,
  folder: { id: string; mailboxId: string },
  remote: RemoteFlags[],
): Promise<number> {
  if (remote.length === 0) return 0
  await lockFolders(tx, [folder.id])
  const byUid = new Map(remote.map((flags) => [flags.uid, flags]))
  const uids = [...byUid.keys()]
  const [low, high] = [uids.reduce((a, b) => (a < b ? a : b)), uids.reduce((a, b) => (a > b ? a : b))]
  const rows = (await findUidRange(tx, folder.id, low, high)).filter((row) => byUid.has(row.uid))
  const ids = rows.map((row) => row.id)
  const pending = await pendingFlags(tx, ids)
  const updates = rows.map((row) => {
    const said = byUid.get(row.uid)
    const { flags, keywords } = readFlags(said?.flags ?? [])
    const wanted = withPending({ ...flags, keywords }, pending.get(row.id))
    return { id: row.id, ...wanted, modseq: said?.modseq.toString() }
  })
  const touched = updates.length > 0 ? await updateFlags(tx, updates) : []
  const { mailboxId } = folder
  await tellChange(
    tx,
    touched.map((row) => ({ ...row, mailboxId, total: 0, unread: row.seenChange })),
  )
  return touched.length
}
