import type { Folder } from '../../contract/mailboxes'
import { findFolders } from './folder.store'
import { allowMailbox } from './mailbox.policy'
import { presentFolder } from './mailbox.present'

/** INBOX first, then the folders with a role, then the others by name. */
export async function listFolders(userId: string, mailboxId: string): Promise<Folder[]> {
  const mailbox = await allowMailbox(userId, mailboxId)
  return (await findFolders(mailbox.id)).map(presentFolder)
}
