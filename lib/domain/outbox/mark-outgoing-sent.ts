import type { Outgoing } from '../../contract/outbox'
import { inTransaction } from '../../db/client'
import { AppError } from '../../platform/errors'
import { announce } from './announce'
import { stateOf } from './next-state'
import { allowAndLock } from './outgoing.policy'
import { presentOutgoing } from './outgoing.present'
import {
  lockOutgoing,
  moveRecipients,
  notifySenders,
  updateOutgoing,
  type WholeOutgoing,
} from './outgoing.store'

/** The person knows that an unconfirmed message arrived: it counts as sent, and its copy is filed. */
export async function markOutgoingSent(userId: string, id: string): Promise<Outgoing> {
  const row = await inTransaction(async (tx) => {
    const outgoing = await allowAndLock(tx, userId, id)
    if (outgoing.state !== 'unknown')
      throw new AppError('conflict', 'cannot-mark-sent', 'Only an unconfirmed message can be marked as sent.')
    await moveRecipients(tx, id, ['unknown'], 'accepted')
    const states = outgoing.recipients.map((r) => (r.state === 'unknown' ? ('accepted' as const) : r.state))
    const isFiled = outgoing.fileState === 'filed'
    const state = stateOf(states, isFiled)
    await updateOutgoing(tx, id, {
      state,
      lastError: null,
      nextAttemptIn: state === 'waiting' || state === 'queued' ? 0 : null,
      acceptedAt: outgoing.acceptedAt ?? new Date(),
      ...(isFiled ? {} : { fileState: 'waiting', fileNextIn: 0 }),
    })
    await announce(tx, id)
    await notifySenders(tx)
    return lockOutgoing(tx, id)
  })
  return presentOutgoing(row as WholeOutgoing)
}
