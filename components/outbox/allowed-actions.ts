// What one may do with an outgoing message in each state.
import type { Outgoing } from '@/lib/contract/outbox'
import { UNDO_MARGIN_SECONDS, undoSecondsLeft } from './state-words'

export type OutboxAction = 'undo' | 'try-now' | 'edit' | 'cancel' | 'send-again' | 'mark-sent'

/** Buttons to offer, the likeliest first. The server has the last word (409). `now` in milliseconds. */
export function allowedActions(item: Pick<Outgoing, 'state' | 'holdUntil'>, now: number): OutboxAction[] {
  switch (item.state) {
    case 'held':
      return undoSecondsLeft(item, now) > 0 ? (isSoon(item, now) ? ['undo'] : ['edit', 'cancel']) : []
    case 'queued':
    case 'waiting':
      return ['try-now', 'edit', 'cancel']
    case 'rejected':
    case 'given-up':
      return ['edit', 'send-again', 'cancel']
    case 'unknown':
      return ['send-again', 'mark-sent']
    case 'cancelled':
      return ['edit']
    default:
      return []
  }
}

function isSoon(item: Pick<Outgoing, 'holdUntil'>, now: number): boolean {
  return Date.parse(item.holdUntil) - now <= (120 + UNDO_MARGIN_SECONDS) * 1000
}
