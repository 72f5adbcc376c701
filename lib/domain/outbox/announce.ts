import type { Tx } from '../../db/client'
import { publish } from '../../events/publish'
import { findUserOf } from './outgoing.store'

/** Tells the sender's open browsers, at commit, that a message of theirs changed. */
export async function announce(tx: Tx, outgoingId: string): Promise<void> {
  const userId = await findUserOf(tx, outgoingId)
  if (userId) await publish(tx, `user:${userId}`, { type: 'outbox-changed', outgoingId })
}
