import type { LiveEvent } from '../contract/events'
import type { Tx } from '../db/client'
import { insertEvent } from './event.store'

/** Who hears an event: everyone who may see the mailbox, or one person. */
export type Channel = `mailbox:${string}` | `user:${string}`

/**
 * Publishes inside the caller's transaction: it is heard after the commit, and never when that rolls back.
 * Give the transaction, not the client, so that this cannot be forgotten.
 */
export function publish(tx: Tx, channel: Channel, event: LiveEvent): Promise<void> {
  return insertEvent(tx, channel, event)
}
