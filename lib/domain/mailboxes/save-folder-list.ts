import type { Tx } from '../../db/client'
import { compareFolders } from '../../mail/folder-role'
import type { RemoteFolder } from '../../protocols/imap/imap-session'
import { deleteFolders, type FolderRow, findFolders, upsertFolders } from './folder.store'

/**
 * Makes the folder table equal to the server's list. Answers whether anything changed and the ids of folders that
 * are gone; their messages are the caller's to forget in the same transaction. An empty list is not believed.
 */
export async function saveFolderList(
  tx: Tx,
  mailboxId: string,
  remote: RemoteFolder[],
): Promise<{ changed: boolean; goneIds: string[] }> {
  if (remote.length === 0) return { changed: false, goneIds: [] }
  const listed = oneOfEachRole(remote).sort((a, b) => compareFolders(a, b))
  const count = await upsertFolders(
    tx,
    mailboxId,
    listed.map((folder, position) => ({ ...folder, position })),
  )
  const paths = new Set(listed.map((folder) => folder.path))
  const goneIds = (await findFolders(mailboxId, tx))
    .filter((row) => !paths.has(row.path))
    .map((row) => row.id)
  await deleteFolders(tx, goneIds)
  return { changed: count > 0 || goneIds.length > 0, goneIds }
}

/** Two folders may claim one role, one by its name: the shortest path keeps it. */
export function oneOfEachRole<T extends { path: string; role: FolderRow['role'] }>(folders: T[]): T[] {
  const holders = new Map<string, T>()
  for (const folder of folders) {
    const holder = folder.role ? holders.get(folder.role) : undefined
    if (folder.role && (!holder || folder.path.length < holder.path.length)) holders.set(folder.role, folder)
  }
  return folders.map((folder) =>
    folder.role && holders.get(folder.role) !== folder ? { ...folder, role: null } : folder,
  )
}
