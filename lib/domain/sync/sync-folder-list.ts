import { publish } from '../../events/publish'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { saveFolderList } from '../mailboxes/save-folder-list'
import { forgetFolders } from '../messages/forget-messages'
import { changeCache } from './change-cache'

/** Takes over the server's list of folders; what is gone goes with its messages. */
export async function syncFolderList(session: ImapSession, mailboxId: string): Promise<void> {
  const remote = await session.listFolders()
  await changeCache(mailboxId, async (tx) => {
    const { changed, goneIds } = await saveFolderList(tx, mailboxId, remote)
    await forgetFolders(tx, goneIds)
    if (changed) await publish(tx, `mailbox:${mailboxId}`, { type: 'folders-changed', mailboxId })
  })
}
