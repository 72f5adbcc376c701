// What one may do with an outgoing message in each state.
import type { Outgoing } from '@/lib/contract/outbox'
import { refusedRecipients } from './failure-of'
import { UNDO_MARGIN_SECONDS, undoSecondsLeft } from './state-words'

export type OutboxAction =
  | 'undo'
  | 'try-now'
  | 'edit'
  | 'edit-rest'
  | 'cancel'
  | 'put-away'
  | 'send-again'
  | 'mark-sent'

type Acted = Pick<Outgoing, 'state' | 'holdUntil' | 'recipients' | 'filing'>

/** Buttons to offer, the likeliest first. The server has the last word (409). `now` in milliseconds. */
export function allowedActions(item: Acted, now: number): OutboxAction[] {
  switch (item.state) {
    case 'held':
      return undoSecondsLeft(item, now) > 0 ? (isSoon(item, now) ? ['undo'] : ['edit', 'cancel']) : []
    case 'queued':
    case 'waiting':
      return ['try-now', 'edit', 'cancel']
    case 'rejected':
    case 'given-up':
      return ['edit', 'send-again', 'put-away']
    case 'unknown':
      return ['send-again', 'mark-sent']
    case 'cancelled':
      return ['edit']
    case 'accepted':
    case 'filed':
      return afterAcceptance(item)
    case 'sending':
      return []
  }
}

/** Whom the server refused can be written to once more; a copy that was not stored can be tried at once. */
function afterAcceptance(item: Acted): OutboxAction[] {
  const found: (OutboxAction | false)[] = [
    refusedRecipients(item).length > 0 && 'edit-rest',
    item.state === 'accepted' && item.filing === 'failed' && 'try-now',
  ]
  return found.filter((action) => action !== false)
}

function isSoon(item: Pick<Outgoing, 'holdUntil'>, now: number): boolean {
  return Date.parse(item.holdUntil) - now <= (120 + UNDO_MARGIN_SECONDS) * 1000
}
