// The words of one outgoing message's state: which sentence of the catalogue, with what in its gaps.
import type { Outgoing } from '@/lib/contract/outbox'
import { type Failure, failureOf, refusedRecipients } from './failure-of'

/** The server holds a message this much longer than Undo is shown, so that a late click still wins. */
export const UNDO_MARGIN_SECONDS = 5

export type Tone = 'quiet' | 'busy' | 'good' | 'warning' | 'danger'
export type StateKey =
  | 'sendingIn'
  | 'scheduled'
  | 'sending'
  | 'delayed'
  | 'signInAgain'
  | 'sent'
  | 'sentToSome'
  | 'sentNotStored'
  | 'notSent'
  | 'givenUp'
  | 'unknown'
  | 'cancelled'

export type StateWords = {
  key: StateKey
  tone: Tone
  /** whole seconds for `sendingIn` */
  seconds?: number
  /** next try for `delayed`, departure for `scheduled`; ISO 8601 */
  at?: string
  /** told after the state: the failing step or the server's own words */
  failure?: Failure
  sentTo?: number
  of?: number
}

/** Seconds during which Undo is offered; 0 when it is too late. `now` in milliseconds since the epoch. */
export function undoSecondsLeft(item: Pick<Outgoing, 'state' | 'holdUntil'>, now: number): number {
  if (item.state !== 'held') return 0
  const left = (Date.parse(item.holdUntil) - now) / 1000 - UNDO_MARGIN_SECONDS
  return Math.max(0, Math.ceil(left))
}

/** What the list, the timeline and the notice call an item. `now` in milliseconds since the epoch. */
export function stateWords(item: Outgoing, now: number): StateWords {
  const failure = failureOf(item) ?? undefined
  switch (item.state) {
    case 'held':
      return held(item, now)
    case 'queued':
    case 'sending':
      return { key: 'sending', tone: 'busy' }
    case 'waiting':
      return waiting(item, failure)
    case 'rejected':
      return { key: 'notSent', tone: 'danger', failure }
    case 'given-up':
      return { key: 'givenUp', tone: 'danger', failure }
    case 'unknown':
      return { key: 'unknown', tone: 'danger', failure }
    case 'cancelled':
      return { key: 'cancelled', tone: 'quiet' }
    case 'accepted':
    case 'filed':
      return sent(item, failure)
  }
}

function held(item: Outgoing, now: number): StateWords {
  const seconds = undoSecondsLeft(item, now)
  if (seconds > 120) return { key: 'scheduled', tone: 'quiet', at: item.holdUntil }
  return seconds > 0 ? { key: 'sendingIn', tone: 'busy', seconds } : { key: 'sending', tone: 'busy' }
}

/** A refused sign-in is not tried again by itself: the account's queue stands until the person signs in. */
function waiting({ nextAttemptAt, error }: Outgoing, failure: Failure | undefined): StateWords {
  if (!nextAttemptAt && error?.step === 'sign-in') return { key: 'signInAgain', tone: 'danger', failure }
  return { key: 'delayed', tone: 'warning', failure, ...(nextAttemptAt && { at: nextAttemptAt }) }
}

function sent(item: Outgoing, failure: Failure | undefined): StateWords {
  const refused = refusedRecipients(item).length
  const sentTo = item.recipients.filter((recipient) => recipient.state === 'accepted').length
  const some = { key: 'sentToSome', sentTo, of: item.recipients.length } as const
  if (refused > 0) return { ...some, tone: 'danger', failure }
  if (item.recipients.some((recipient) => recipient.state === 'cancelled')) return { ...some, tone: 'good' }
  if (item.filing === 'failed') return { key: 'sentNotStored', tone: 'warning' }
  return { key: 'sent', tone: 'good' }
}

/** True for what the sender must hear of wherever they are: it needs a hand, or it is late. */
export function needsAttention(item: Outgoing): boolean {
  const { tone } = stateWords(item, 0)
  return item.state !== 'held' && (tone === 'danger' || tone === 'warning')
}
