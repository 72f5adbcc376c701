import type { Mailbox } from '../../contract/mailboxes'
import { isId } from '../../platform/ids'
import { presentMailbox } from './mailbox.present'
import { findOwnedMailboxes } from './mailbox.store'

/** The mailboxes this person may use, oldest first. */
export async function listMailboxes(userId: string): Promise<Mailbox[]> {
  if (!isId(userId)) return []
  return (await findOwnedMailboxes(userId)).map(presentMailbox)
}
