import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { type FolderRow, findOwnedFolder } from './folder.store'
import { findMailbox, findOwnedMailboxes, type MailboxRow } from './mailbox.store'

/** The mailbox, when this person may use it; otherwise not found, whether it exists or not. */
export async function allowMailbox(userId: string, mailboxId: string): Promise<MailboxRow> {
  const row = isId(mailboxId) ? await findMailbox(mailboxId) : null
  if (!row || row.ownerId !== userId) throw notFound('mailbox')
  return row
}

/** The folder, when this person may use its mailbox. */
export async function allowFolder(userId: string, folderId: string): Promise<FolderRow> {
  const row = isId(folderId) && isId(userId) ? await findOwnedFolder(userId, folderId) : null
  if (!row) throw notFound('folder')
  return row
}

/** Ids of all mailboxes this person may use. */
export async function mailboxIdsOf(userId: string): Promise<string[]> {
  if (!isId(userId)) return []
  return (await findOwnedMailboxes(userId)).map((row) => row.id)
}
