import type { Outgoing, RecipientState } from '../../contract/outbox'
import { inTransaction } from '../../db/client'
import { AppError } from '../../platform/errors'
import { resumeSending } from '../mailboxes/sending-pause'
import { announce } from './announce'
import { allowAndLock } from './outgoing.policy'
import { presentOutgoing } from './outgoing.present'
import {
  lockOutgoing,
  moveRecipients,
  notifySenders,
  type OutgoingChange,
  updateOutgoing,
  type WholeOutgoing,
} from './outgoing.store'

/** Recipients that another try is for, by the state of the message. */
const AGAIN: Record<string, RecipientState[]> = {
  queued: [],
  waiting: [],
  rejected: ['rejected'],
  'given-up': ['given-up'],
  unknown: ['unknown'],
}

const WHY_NOT: Record<string, string> = {
  held: 'It is still held back and will go out by itself.',
  sending: 'It is being sent right now.',
  filed: 'It has been sent.',
  accepted: 'It has been sent.',
  cancelled: 'It was cancelled.',
}

/**
 * Try now, or send again: with the same bytes and Message-ID. For `unknown` this is the person's own decision, at
 * the risk of a second copy. When only the copy in Sent failed, that alone is tried. Throws `conflict` otherwise.
 */
export async function retryOutgoing(userId: string, id: string): Promise<Outgoing> {
  const row = await inTransaction(async (tx) => {
    const outgoing = await allowAndLock(tx, userId, id)
    const change = changeFor(outgoing)
    const again = AGAIN[outgoing.state] ?? []
    if (again.length > 0) await moveRecipients(tx, id, again, 'queued')
    await updateOutgoing(tx, id, change)
    await resumeSending(tx, outgoing.mailboxId)
    await announce(tx, id)
    await notifySenders(tx)
    return lockOutgoing(tx, id)
  })
  return presentOutgoing(row as WholeOutgoing)
}

function changeFor({ state, fileState }: WholeOutgoing): OutgoingChange {
  if (state === 'accepted' && fileState === 'failed') return { fileNextIn: 0 }
  const again = AGAIN[state]
  if (!again) throw new AppError('conflict', 'cannot-retry', WHY_NOT[state] ?? 'There is nothing to try.')
  const isNewRound = again.length > 0
  return { nextAttemptIn: 0, ...(isNewRound ? { state: 'queued', restart: true, lastError: null } : {}) }
}
