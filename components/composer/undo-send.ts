// Taking back a message that is on hold: the server decides whether it is in time.
import { cancelOutgoing } from '@/lib/api-client/outbox'
import { ApiProblem } from '@/lib/api-client/problem'
import { asFreshDraft } from './as-fresh-draft'
import { dispatch } from './composer-store'
import { removeSent, type Sent } from './sent-store'

export type UndoAnswer = 'undone' | 'too-late' | 'failed'

/** Reopens the draft whole when it was in time. Never throws. */
export async function undoSend({ outgoingId, composition }: Sent): Promise<UndoAnswer> {
  try {
    await cancelOutgoing(outgoingId)
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status >= 500) return 'failed'
    removeSent(outgoingId)
    return 'too-late'
  }
  dispatch({ type: 'open', composition: asFreshDraft(composition) })
  removeSent(outgoingId)
  return 'undone'
}
