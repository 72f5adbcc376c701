import type { Composed } from '../../contract/outbox'
import { allowOutgoing } from '../outbox/outgoing.policy'
import { presentComposed } from './draft.present'

/** What was written of an outgoing message, to open it in the composer again, on whichever device. */
export async function openComposed(userId: string, outgoingId: string): Promise<Composed> {
  const { composed, mailboxId } = await allowOutgoing(userId, outgoingId)
  const [content] = await presentComposed(userId, [{ ...(composed as object), mailboxId }])
  return content as Composed
}
