import type { ImapSession } from '../../protocols/imap/imap-session'
import { folderOfRole } from '../mailboxes/folders'

/** Path of the Sent folder as far as known; null when the mailbox has none yet. */
export async function sentPathOf(mailboxId: string): Promise<string | null> {
  return (await folderOfRole(mailboxId, 'sent'))?.path ?? null
}

/**
 * True when a message with this Message-ID (without angle brackets) lies in the folder. Opened for writing: in a
 * folder opened read-only no flag is permanent, and an APPEND that follows would lose its \Seen.
 */
export async function isInFolder(session: ImapSession, path: string, messageId: string): Promise<boolean> {
  await session.openFolder(path)
  return (await session.findByMessageId(messageId)).length > 0
}
