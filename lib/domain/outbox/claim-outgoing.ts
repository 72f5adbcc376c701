import { inTransaction } from '../../db/client'
import { newId } from '../../platform/ids'
import { mailboxesPausedForSending } from '../mailboxes/sending-pause'
import { announce } from './announce'
import { beginAttempt, type Lease, lockDue } from './claim.store'
import { retryPause } from './retry-schedule'

/** A lease is renewed every third of this; without that it is over, and the message is looked at anew. */
export const LEASE_MS = 30_000

/**
 * Takes the message that is due the longest and stores attempt n and the time of attempt n+1, before anybody
 * dials. Null when nothing is due. Any number of workers may ask at once; each message goes to one of them.
 */
export async function claimOutgoing(worker: string): Promise<Lease | null> {
  const paused = await mailboxesPausedForSending()
  return inTransaction(async (tx) => {
    const due = await lockDue(tx, paused)
    if (!due) return null
    const lease = { id: due.id, attemptNo: due.attemptNo + 1, leasedBy: worker }
    const nextAttemptIn = retryPause(due.attemptsThisRound + 1, Math.random())
    await beginAttempt(tx, lease, newId(), { leaseMs: LEASE_MS, nextAttemptIn })
    await announce(tx, due.id)
    return lease
  })
}
