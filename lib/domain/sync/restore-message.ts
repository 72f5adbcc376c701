import type { ImapSession } from '../../protocols/imap/imap-session'
import type { FolderRow } from '../mailboxes/folders'
import { recordMessages } from '../messages/record-messages'
import { changeCache } from './change-cache'
import { collect } from './collect'

/** The server kept a message that we had expunged in the cache: back it comes, under the id people know. */
export async function restoreMessage(
  session: ImapSession,
  folder: FolderRow,
  uid: bigint,
  messageId: string,
): Promise<void> {
  const messages = await collect(session.fetchMessages({ from: uid, to: uid }))
  const ids = new Map([[uid, messageId]])
  await changeCache(folder.mailboxId, (tx) => recordMessages(tx, folder, messages, { arrived: false, ids }))
}
