import type { Outgoing } from '../../contract/outbox'
import { inTransaction } from '../../db/client'
import { AppError } from '../../platform/errors'
import { announce } from './announce'
import { stateOf } from './next-state'
import { allowAndLock } from './outgoing.policy'
import { presentOutgoing } from './outgoing.present'
import { lockOutgoing, moveRecipients, updateOutgoing, type WholeOutgoing } from './outgoing.store'

const WHY_NOT: Record<string, string> = {
  sending: 'It is being sent right now.',
  accepted: 'The mail server has already taken it.',
  filed: 'The mail server has already taken it.',
  unknown: 'The mail server may have taken it: decide to send it again or mark it as sent.',
}

/**
 * Takes back what has not been sent: undo of a held message, end of a waiting one. Recipients who already have it
 * keep it. A failed message is put away. Throws `conflict` with the reason when it is too late.
 */
export async function cancelOutgoing(userId: string, id: string): Promise<Outgoing> {
  const row = await inTransaction(async (tx) => {
    const outgoing = await allowAndLock(tx, userId, id)
    const whyNot = WHY_NOT[outgoing.state]
    if (whyNot) throw new AppError('conflict', 'cannot-cancel', whyNot)
    if (outgoing.state === 'cancelled') return outgoing
    await moveRecipients(tx, id, ['queued', 'waiting'], 'cancelled')
    await updateOutgoing(tx, id, { state: stateAfter(outgoing), nextAttemptIn: null, lastError: null })
    await announce(tx, id)
    return lockOutgoing(tx, id)
  })
  return presentOutgoing(row as WholeOutgoing)
}

function stateAfter(outgoing: WholeOutgoing) {
  const accepted = outgoing.recipients.some((recipient) => recipient.state === 'accepted')
  return accepted ? stateOf(['accepted'], outgoing.fileState === 'filed') : 'cancelled'
}
