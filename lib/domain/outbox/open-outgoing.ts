import type { Outgoing } from '../../contract/outbox'
import { allowOutgoing } from './outgoing.policy'
import { presentOutgoing } from './outgoing.present'

/** One outgoing message of this person with every attempt and its transcript. */
export async function openOutgoing(userId: string, id: string): Promise<Outgoing> {
  return presentOutgoing(await allowOutgoing(userId, id))
}
