import { db } from '../../db/client'
import { askWorker } from '../mailboxes/ask-worker'
import type { FolderRow } from '../mailboxes/folders'
import { allowFolder } from '../mailboxes/mailbox.policy'

/** A person opened this folder: the worker compares it with the server soon. */
export async function requestFolderSync(userId: string, folderId: string): Promise<void> {
  const folder = await allowFolder(userId, folderId)
  await askWorker(db(), { kind: 'folder', mailboxId: folder.mailboxId, folderId: folder.id })
}

/** The same for a folder that was never looked at. */
export async function requestWhenEmpty(folder: FolderRow): Promise<void> {
  if (!folder.selectable || folder.lowUid !== null) return
  await askWorker(db(), { kind: 'folder', mailboxId: folder.mailboxId, folderId: folder.id })
}
