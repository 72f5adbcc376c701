import type { OutgoingState, RecipientState } from '../../contract/outbox'
import type { SmtpReply, SubmissionResult } from '../../protocols/smtp/submission'

export type RecipientNow = { id: string; address: string; state: RecipientState }
export type RecipientNext = { id: string; state: RecipientState; reply: SmtpReply | null }

const OPEN: ReadonlySet<RecipientState> = new Set(['queued', 'waiting'])

/** Recipients that the next attempt is for. */
export const isOpen = (recipient: { state: RecipientState }) => OPEN.has(recipient.state)

/**
 * What each open recipient becomes after an attempt. Its own reply to RCPT counts first; who was taken there
 * shares the fate of the message. Closed recipients are not in the answer. `isOver`: no attempt comes after.
 */
export function recipientsAfter(
  recipients: RecipientNow[],
  result: Pick<SubmissionResult, 'outcome' | 'reply' | 'recipients'>,
  isOver: boolean,
): RecipientNext[] {
  return recipients.filter(isOpen).map(({ id, address }) => {
    const own = result.recipients.get(address)?.reply ?? null
    const reply = own && own.code >= 400 ? own : (result.reply ?? own)
    const state = own && own.code >= 400 ? fateOfReply(own) : fateOfMessage(result)
    return { id, state: state === 'waiting' && isOver ? 'given-up' : state, reply }
  })
}

const fateOfReply = (reply: SmtpReply): RecipientState => (reply.code >= 500 ? 'rejected' : 'waiting')

const fateOfMessage = ({ outcome }: Pick<SubmissionResult, 'outcome'>): RecipientState =>
  outcome === 'accepted' || outcome === 'rejected' || outcome === 'unknown' ? outcome : 'waiting'

/**
 * The state of a message from those of its recipients, the most pressing first: what nobody knows, what is still
 * to be done, what succeeded, what failed. Never for a message that is held or being sent.
 */
export function stateOf(states: RecipientState[], isFiled: boolean): OutgoingState {
  const has = (state: RecipientState) => states.includes(state)
  if (has('unknown')) return 'unknown'
  if (has('waiting')) return 'waiting'
  if (has('queued')) return 'queued'
  if (has('accepted')) return isFiled ? 'filed' : 'accepted'
  if (has('rejected')) return 'rejected'
  return has('given-up') ? 'given-up' : 'cancelled'
}
