// Sending: one POST with a key that stays the same over retries.

import { v4 as newId } from 'uuid'
import { sendMessage } from '@/lib/api-client/outbox'
import { ApiProblem } from '@/lib/api-client/problem'
import { addChips, chipsOf } from './chips'
import { compositionOf, dispatch } from './composer-store'
import { type Obstacle, obstaclesOf } from './composer-warnings'
import { ADDRESS_FIELDS, type Composition, type SendProblem } from './composition'
import { sendRequestOf } from './request-of'
import { saveNow } from './save-draft'
import { addSent } from './sent-store'

/** Sends unless something stands in the way. True when the server took it. Never throws. */
export async function sendComposition(key: string): Promise<boolean> {
  const inTheWay = obstaclesBeforeSending(key)
  const before = compositionOf(key)
  if (!before || before.send.kind === 'sending' || inTheWay.length > 0) return false
  const idempotencyKey = before.idempotencyKey ?? newId()
  dispatch({ type: 'sending', key, idempotencyKey })
  // a save that is under way must not come after the send, which takes the draft away
  await saveNow(key)
  const composition = compositionOf(key)
  if (!composition) return false
  if (composition.save.kind === 'conflict') {
    dispatch({ type: 'not-sent', key })
    return false
  }
  try {
    const answer = await sendMessage(sendRequestOf(composition), idempotencyKey)
    taken(answer.id, composition)
    return true
  } catch (error) {
    dispatch({ type: 'send-failed', key, problem: problemOf(error) })
    return false
  }
}

/** Takes in what stands in the address lines, then says what must be mended first. */
export function obstaclesBeforeSending(key: string): Obstacle[] {
  takeInPending(key)
  const composition = compositionOf(key)
  return composition ? obstaclesOf(composition) : []
}

/** Words standing in an address line count: they become chips, good or marked. */
function takeInPending(key: string): void {
  for (const field of ADDRESS_FIELDS) {
    const composition = compositionOf(key)
    const text = composition?.pending[field].trim()
    if (composition && text)
      dispatch({ type: 'chips', key, field, chips: addChips(composition[field], chipsOf(text)), pending: '' })
  }
}

function taken(outgoingId: string, composition: Composition): void {
  addSent({ outgoingId, composition, until: Date.now() + 10_000 })
  dispatch({ type: 'close', key: composition.key })
}

/** 409 on sending means: this key already stands for other words. */
function problemOf(error: unknown): SendProblem {
  if (!(error instanceof ApiProblem)) return { code: 'offline', message: '', fields: [], isDefinite: false }
  const { status, problem, message } = error
  const fields = problem.errors ?? []
  const code =
    { 401: 'signed-out', 409: 'already-taken', 429: 'too-many' }[status] ?? (fields[0] ? 'field' : 'other')
  return { code, message, fields, isDefinite: status < 500 }
}
