import { setTimeout as wait } from 'node:timers/promises'
import { inTransaction, type Tx } from '../../db/client'
import { log } from '../../platform/log'
import type { MailEndpoint } from '../../platform/mail-url'
import { reachedBody, type SubmissionResult, type TranscriptLine } from '../../protocols/smtp/submission'
import { pauseSending, resumeSending, stopSendingUntilSignIn } from '../mailboxes/sending-pause'
import { announce } from './announce'
import { transcriptOf } from './attempt-transcript'
import { ageOf, type Lease, lockWaitingOf } from './claim.store'
import { describeFailure, outcomeOf } from './describe-failure'
import { type RecipientNow, recipientsAfter, stateOf } from './next-state'
import {
  endAttempt,
  lockOutgoing,
  notifySenders,
  updateOutgoing,
  updateRecipients,
  type WholeOutgoing,
} from './outgoing.store'
import { GIVE_UP_AFTER_MS } from './retry-schedule'

/** First look for the copy that a server may have filed by itself. */
export const RECONCILE_FIRST_MS = 5_000
const PAUSE_SECONDS = 60
const INSIST_MS = 10 * 60_000

/**
 * Records the result, and keeps trying while the database is away: after a 250 this is the only proof. Gives up
 * after ten minutes, when the lease has long been looked at by somebody else.
 */
export async function insistOnRecording(
  lease: Lease,
  result: SubmissionResult,
  endpoint: MailEndpoint | null,
  lines: TranscriptLine[],
): Promise<void> {
  const deadline = Date.now() + INSIST_MS
  for (let pause = 200; ; pause = Math.min(pause * 2, 10_000)) {
    try {
      await recordResult(lease, result, endpoint, lines)
      return
    } catch (error) {
      log.error({ err: error, outgoingId: lease.id }, 'the result of a submission could not be stored')
      if (Date.now() > deadline) throw error
      await wait(pause)
    }
  }
}

/**
 * One transaction: recipients, message, attempt, pause of the mailbox and event. Writes nothing when the lease is
 * lost; but a 250 still counts after recovery has called the message unknown, as long as nobody tried again.
 */
export async function recordResult(
  lease: Lease,
  result: SubmissionResult,
  endpoint: MailEndpoint | null,
  lines: TranscriptLine[],
): Promise<void> {
  await inTransaction(async (tx) => {
    const outgoing = await lockOutgoing(tx, lease.id)
    if (!outgoing || !mayRecord(outgoing, lease, result)) return
    const isOver = (await ageOf(tx, lease.id)) >= GIVE_UP_AFTER_MS
    const error = describeFailure(result, endpoint)
    const open = reopened(outgoing)
    const changes = recipientsAfter(open, result, isOver)
    await updateRecipients(tx, changes)
    const states = open.map((r) => changes.find((change) => change.id === r.id)?.state ?? r.state)
    await storeState(tx, outgoing, result, stateOf(states, outgoing.fileState === 'filed'), error)
    const end = { phase: result.phase, outcome: outcomeOf(result), error, transcript: transcriptOf(lines) }
    await endAttempt(tx, lease.id, lease.attemptNo, end)
    await adjustPause(tx, outgoing, result, error)
    await announce(tx, lease.id)
    if (result.outcome === 'accepted') await notifySenders(tx)
  })
}

function mayRecord(outgoing: WholeOutgoing, lease: Lease, result: SubmissionResult): boolean {
  if (outgoing.attemptNo !== lease.attemptNo) return false
  if (outgoing.state === 'sending') return outgoing.leasedBy === lease.leasedBy
  return outgoing.state === 'unknown' && result.outcome === 'accepted'
}

/** Recipients that recovery called unknown are open again for the 250 that came late. */
function reopened({ state, recipients }: WholeOutgoing): RecipientNow[] {
  if (state !== 'unknown') return recipients
  return recipients.map((r) => (r.state === 'unknown' ? { ...r, state: 'queued' } : r))
}

async function storeState(
  tx: Tx,
  outgoing: WholeOutgoing,
  result: SubmissionResult,
  state: ReturnType<typeof stateOf>,
  error: ReturnType<typeof describeFailure>,
): Promise<void> {
  const isFirstSuccess = result.outcome === 'accepted' && outgoing.fileState === 'none'
  await updateOutgoing(tx, outgoing.id, {
    state,
    leasedBy: null,
    leasedUntil: null,
    phase: null,
    lastError: error,
    ...(isFirstSuccess ? { acceptedAt: new Date(), fileState: 'waiting', fileNextIn: 0 } : {}),
    ...(state === 'unknown' ? { nextAttemptIn: RECONCILE_FIRST_MS } : {}),
    ...(state === 'waiting' || state === 'queued' || state === 'unknown' ? {} : { nextAttemptIn: null }),
  })
}

/** 421 pauses the account, a refused sign-in stops it; what waits with it says so too. */
async function adjustPause(
  tx: Tx,
  { id, mailboxId }: WholeOutgoing,
  result: SubmissionResult,
  error: ReturnType<typeof describeFailure>,
): Promise<void> {
  if (result.code === 'closing' || result.code === 'too-many-connections') {
    await pauseSending(tx, mailboxId, PAUSE_SECONDS)
  } else if (result.outcome === 'refused-sign-in') {
    await stopSendingUntilSignIn(tx, mailboxId)
    for (const other of await lockWaitingOf(tx, mailboxId)) {
      if (other.id === id) continue
      await updateOutgoing(tx, other.id, { state: 'waiting', lastError: error })
      await announce(tx, other.id)
    }
  } else if (reachedBody(result.phase)) {
    await resumeSending(tx, mailboxId)
  }
}
