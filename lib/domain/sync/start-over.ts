import { publish } from '../../events/publish'
import { log } from '../../platform/log'
import { type FolderRow, lockFolders, moveCursor, replaceCounts } from '../mailboxes/folders'
import { endChangesOf } from '../messages/end-changes'
import { forgetFolders } from '../messages/forget-messages'
import { changeCache } from './change-cache'

/**
 * The folder on the server is another one under the same name. The cache of it is dropped and read anew; building
 * the new generation beside the old one has its place here.
 */
export async function startOver(folder: FolderRow): Promise<void> {
  log.warn(
    { mailboxId: folder.mailboxId, folderId: folder.id },
    'UIDVALIDITY changed: the folder is read anew',
  )
  const { id, mailboxId } = folder
  await changeCache(mailboxId, async (tx) => {
    await lockFolders(tx, [id])
    await endChangesOf(tx, mailboxId, id)
    await forgetFolders(tx, [id])
    await moveCursor(tx, id, { uidValidity: null, uidNext: 0n, modseq: 0n, lowUid: null, verifiedAt: null })
    await replaceCounts(tx, id, { total: 0, unread: 0 })
    await publish(tx, `mailbox:${mailboxId}`, { type: 'messages-changed', mailboxId, folderId: id })
  })
}
