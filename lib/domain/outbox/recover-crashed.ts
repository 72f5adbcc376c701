import { inTransaction, type Tx } from '../../db/client'
import { reachedBody, type SmtpPhase } from '../../protocols/smtp/submission'
import { announce } from './announce'
import { lockExpired } from './claim.store'
import { endAttempt, moveRecipients, updateOutgoing } from './outgoing.store'
import { RECONCILE_FIRST_MS } from './record-result'

/**
 * Looks for messages whose worker is gone. Before the body nothing was sent: back into the queue, for the time
 * that was stored before the attempt. From the body on nobody knows: `unknown`, and never sent again by itself.
 * Answers how many were found.
 */
export async function recoverCrashed(): Promise<number> {
  return inTransaction(async (tx) => {
    const expired = await lockExpired(tx)
    for (const { id, attemptNo, phase } of expired) {
      const isUnknown = reachedBody((phase ?? 'name-look-up') as SmtpPhase)
      if (isUnknown) await becomeUnknown(tx, id)
      else await updateOutgoing(tx, id, { state: 'queued', leasedBy: null, leasedUntil: null, phase: null })
      const outcome = isUnknown ? 'unknown' : 'crashed'
      await endAttempt(tx, id, attemptNo, { phase: phase ?? 'connect', outcome, error: null, transcript: [] })
      await announce(tx, id)
    }
    return expired.length
  })
}

async function becomeUnknown(tx: Tx, id: string): Promise<void> {
  await moveRecipients(tx, id, ['queued', 'waiting'], 'unknown')
  await updateOutgoing(tx, id, {
    state: 'unknown',
    leasedBy: null,
    leasedUntil: null,
    phase: null,
    nextAttemptIn: RECONCILE_FIRST_MS,
  })
}
