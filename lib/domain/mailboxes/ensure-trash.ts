import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { AppError } from '../../platform/errors'
import { type FolderRow, folderOfRole } from './folders'
import { saveFolderList } from './save-folder-list'
import { withImap } from './with-imap'

const NAME = 'Trash'

/** The mailbox's Trash. When the server has none it is made there first: deleting must never mean losing at once. */
export async function ensureTrash(mailboxId: string): Promise<FolderRow> {
  const known = await folderOfRole(mailboxId, 'trash')
  if (known) return known
  await withImap(mailboxId, async (session) => {
    await session.createFolder(NAME)
    const remote = await session.listFolders()
    await inTransaction(async (tx) => {
      await saveFolderList(tx, mailboxId, remote)
      await publish(tx, `mailbox:${mailboxId}`, { type: 'folders-changed', mailboxId })
    })
  })
  const made = await folderOfRole(mailboxId, 'trash')
  if (!made) throw new AppError('unavailable', 'no-trash', 'The mail server has no Trash folder.')
  return made
}
