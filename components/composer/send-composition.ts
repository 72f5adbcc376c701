// Sending: one POST with a key that stays the same over retries, and taking it back.

import { v4 as newId } from 'uuid'
import { cancelOutgoing, sendMessage } from '@/lib/api-client/outbox'
import { ApiProblem } from '@/lib/api-client/problem'
import { addChips, chipsOf } from './chips'
import { compositionOf, dispatch } from './composer-store'
import { type Obstacle, obstaclesOf } from './composer-warnings'
import { ADDRESS_FIELDS, type Composition, type SendProblem } from './composition'
import { readSentCopy, writeSentCopy } from './local-copies'
import { sendRequestOf } from './request-of'
import { saveNow } from './save-draft'
import { addSent, removeSent, sentFromHere } from './sent-store'

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
  writeSentCopy(outgoingId, composition)
  addSent({ outgoingId, composition, until: Date.now() + 10_000 })
  dispatch({ type: 'close', key: composition.key })
}

export type UndoAnswer = 'undone' | 'too-late' | 'failed'

/** Takes a held message back; the server decides whether it is in time. Reopens the draft whole. */
export async function undoSend(outgoingId: string): Promise<UndoAnswer> {
  try {
    await cancelOutgoing(outgoingId)
  } catch (error) {
    if (!(error instanceof ApiProblem)) return 'failed'
    removeSent(outgoingId)
    return 'too-late'
  }
  reopenSentCopy(outgoingId)
  removeSent(outgoingId)
  return 'undone'
}

/** Opens what was sent from this device once more, as a new draft. False when the words are not here. */
export function reopenSentCopy(outgoingId: string): boolean {
  const copy = sentFromHere(outgoingId) ?? readSentCopy(outgoingId)
  if (!copy) return false
  dispatch({ type: 'open', composition: asFreshDraft(copy) })
  return true
}

/** The old draft went with the send: this one is unsaved, has a key of its own and is sent as a new message. */
function asFreshDraft(c: Composition): Composition {
  return {
    ...c,
    key: newId(),
    server: null,
    idempotencyKey: null,
    edits: c.edits + 1,
    savedEdits: 0,
    save: { kind: 'edited' },
    send: { kind: 'idle' },
    minimised: false,
  }
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
