// What synchronisation may ask of the cache of a folder.
import type { Db, Tx } from '../../db/client'
import { countMessages, countWithUid, findUidRange, type UidRow } from './message.store'
import { findLeaving } from './pending-change.store'

type FolderRef = { id: string; mailboxId: string }

/** How many messages the server must have in this folder, by our knowledge: also those we are moving away. */
export async function countKnown(tx: Db, folder: FolderRef): Promise<number> {
  const leaving = await findLeaving(tx, folder.mailboxId, folder.id)
  return (await countWithUid(tx, folder.id)) + leaving.length
}

/** The cached messages of a UID range, and UIDs that are still there although we are moving them away. */
export async function cachedUids(
  tx: Db,
  folder: FolderRef,
  range: { from: bigint; to: bigint },
): Promise<{ rows: UidRow[]; leaving: bigint[] }> {
  const rows = await findUidRange(tx, folder.id, range.from, range.to)
  return { rows, leaving: await findLeaving(tx, folder.mailboxId, folder.id) }
}

/** Total and unread, counted. */
export const recount = (tx: Tx, folderId: string) => countMessages(tx, folderId)
