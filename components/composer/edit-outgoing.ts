// Taking a message back from the outbox to write on it: cancel on the server, then open what was written.
import { cancelOutgoing } from '@/lib/api-client/outbox'
import type { Outgoing } from '@/lib/contract/outbox'
import { reopenSentCopy } from './send-composition'
import { removeSent } from './sent-store'

/** Throws ApiProblem (409: too late) or ApiUnreachable. */
export async function editOutgoing(item: Pick<Outgoing, 'id' | 'state'>): Promise<void> {
  if (item.state !== 'cancelled') await cancelOutgoing(item.id)
  reopenSentCopy(item.id)
  removeSent(item.id)
}
