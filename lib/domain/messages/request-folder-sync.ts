import { db } from '../../db/client'
import { processSingleton } from '../../platform/process-singleton'
import { askWorker } from '../mailboxes/ask-worker'
import type { FolderRow } from '../mailboxes/folders'

const EVERY_MS = 15_000
const MOST_REMEMBERED = 10_000

const asked = () => processSingleton('folder-sync-asked', () => new Map<string, number>())

/**
 * A person looks at this folder: the worker compares it with the server soon, at most every 15 s. INBOX is watched
 * anyway and asked for only while it was never read.
 */
export async function requestFolderSync(folder: FolderRow, now: number = Date.now()): Promise<void> {
  if (!folder.selectable || (folder.role === 'inbox' && folder.lowUid !== null)) return
  if (now - (asked().get(folder.id) ?? 0) < EVERY_MS) return
  if (asked().size > MOST_REMEMBERED) asked().clear()
  asked().set(folder.id, now)
  await askWorker(db(), { kind: 'folder', mailboxId: folder.mailboxId, folderId: folder.id })
}
