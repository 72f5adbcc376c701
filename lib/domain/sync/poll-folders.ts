import type { FolderStatus, ImapSession } from '../../protocols/imap/imap-session'
import { MailServerError } from '../../protocols/mail-server'
import { type FolderRow, foldersOf } from '../mailboxes/folders'
import { syncFolder } from './sync-folder'
import { syncFolderList } from './sync-folder-list'

/**
 * Asks STATUS of every folder but the watched INBOX and looks into those that differ, also into those never read.
 * `mayGoOn` is asked before each folder; answers whether all were asked.
 */
export async function pollFolders(
  session: ImapSession,
  mailboxId: string,
  mayGoOn: () => boolean = () => true,
): Promise<boolean> {
  for (const folder of await foldersOf(mailboxId)) {
    if (!mayGoOn()) return false
    if (folder.role === 'inbox' || !folder.selectable) continue
    try {
      if (folder.lowUid === null || hasChanged(folder, await session.folderStatus(folder.path))) {
        await syncFolder(session, folder.id, 'poll')
      }
    } catch (error) {
      // deleted or renamed since the list was read
      if (!(error instanceof MailServerError && error.code === 'refused')) throw error
      await syncFolderList(session, mailboxId)
    }
  }
  return true
}

const hasChanged = (folder: FolderRow, status: FolderStatus) =>
  folder.uidValidity !== status.uidValidity ||
  folder.uidNext !== status.uidNext ||
  folder.serverTotal !== status.exists ||
  folder.modseq !== status.highestModseq
