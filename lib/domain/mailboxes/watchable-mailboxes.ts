import { ConnectError } from '../../contract/mailboxes'
import { findByAddressOnly, findMailbox, findWatchable } from './mailbox.store'

/** Ids of the mailboxes the worker watches: not those that are signed out. */
export async function watchableMailboxes(): Promise<string[]> {
  return (await findWatchable()).map((row) => row.id)
}

/** What the worker needs to know before it dials; null when the mailbox is gone. */
export async function watchState(
  mailboxId: string,
): Promise<{ isSignedOut: boolean; nextTryAt: Date | null; hasTrouble: boolean } | null> {
  const row = await findMailbox(mailboxId)
  if (!row) return null
  return {
    isSignedOut: row.syncState === 'signed-out',
    nextTryAt: row.nextTryAt,
    hasTrouble: ConnectError.safeParse(row.syncError).success,
  }
}

/** For administration: ids of the mailboxes with this address. */
export async function mailboxIdsByAddress(address: string): Promise<string[]> {
  return (await findByAddressOnly(address)).map((row) => row.id)
}
