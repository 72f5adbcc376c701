// The life of an outgoing message as a list of moments, oldest first.
import type { Attempt, Outgoing } from '@/lib/contract/outbox'

export type Moment =
  | { kind: 'queued'; at: string }
  | { kind: 'held'; at: string }
  | { kind: 'attempt'; at: string; attempt: Attempt }
  | { kind: 'next-try'; at: string }
  | { kind: 'accepted'; at: string }
  | { kind: 'filed'; at: string }
  | { kind: 'filing' | 'not-filed' | 'cancelled' | 'unknown' | 'given-up' | 'rejected'; at: null }

/** Moments that happened, then the one awaited (held until, next try, filing), then how it ended. */
export function timelineOf(item: Outgoing): Moment[] {
  const moments: Moment[] = [{ kind: 'queued', at: item.createdAt }]
  for (const attempt of [...item.attempts].sort((a, b) => a.number - b.number))
    moments.push({ kind: 'attempt', at: attempt.startedAt, attempt })
  if (item.acceptedAt) moments.push({ kind: 'accepted', at: item.acceptedAt })
  return moments.concat(awaited(item))
}

function awaited(item: Outgoing): Moment[] {
  if (item.state === 'held') return [{ kind: 'held', at: item.holdUntil }]
  if (item.state === 'waiting' && item.nextAttemptAt) return [{ kind: 'next-try', at: item.nextAttemptAt }]
  if (item.acceptedAt) return filing(item)
  switch (item.state) {
    case 'cancelled':
    case 'unknown':
    case 'given-up':
    case 'rejected':
      return [{ kind: item.state, at: null }]
    default:
      return []
  }
}

function filing(item: Outgoing): Moment[] {
  if (item.filedAt) return [{ kind: 'filed', at: item.filedAt }]
  if (item.filing === 'failed') return [{ kind: 'not-filed', at: null }]
  return item.filing === 'waiting' ? [{ kind: 'filing', at: null }] : []
}
