import type { Tx } from '../../db/client'
import { lockFolders } from '../mailboxes/folders'
import { deletePairsOf } from './folder-thread.store'
import { deleteFolderMessages, deleteFromFolder, findWithoutUid } from './message-write.store'
import { findBusy } from './pending-change.store'
import { tellChange } from './tell-change'

type FolderRef = { id: string; mailboxId: string }

/** Messages that the server no longer has in this folder go from the cache, with counts and event. */
export async function forgetMessages(tx: Tx, folder: FolderRef, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  await lockFolders(tx, [folder.id])
  const gone = await deleteFromFolder(tx, folder.id, ids)
  await tellChange(
    tx,
    gone.map((row) => ({ ...row, mailboxId: folder.mailboxId, total: -1, unread: row.seen ? 0 : -1 })),
  )
  return gone.length
}

/**
 * After the folder was read to its end: what we moved here before `since` and the server does not show is not here.
 * (Somebody else was faster; wherever it went it is, or will be, in the cache under that folder.)
 */
export async function forgetLost(tx: Tx, folder: FolderRef, since: Date): Promise<number> {
  await lockFolders(tx, [folder.id])
  const rows = await findWithoutUid(tx, folder.id)
  if (rows.length === 0) return 0
  const busy = await findBusy(
    tx,
    rows.map((row) => row.id),
    since,
  )
  return forgetMessages(
    tx,
    folder,
    rows.filter((row) => !busy.has(row.id)).map((row) => row.id),
  )
}

/** Everything of folders that are gone or start anew. Counts and events are the caller's. */
export async function forgetFolders(tx: Tx, folderIds: string[]): Promise<void> {
  if (folderIds.length === 0) return
  await deleteFolderMessages(tx, folderIds)
  await deletePairsOf(tx, folderIds)
}
