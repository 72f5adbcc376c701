import { createHash } from 'node:crypto'
import { inTransaction, type Tx } from '../../db/client'
import { publish } from '../../events/publish'
import { AppError } from '../../platform/errors'
import { newId } from '../../platform/ids'
import {
  findByKey,
  insertChunk,
  insertOutgoing,
  insertRecipients,
  type NewOutgoing,
  notifySenders,
} from './outgoing.store'

export type OutgoingRequest = Omit<NewOutgoing, 'size' | 'sha256'> & {
  recipients: { kind: 'to' | 'cc' | 'bcc'; name: string; address: string }[]
  /** the raw message without Bcc, in pieces of any size */
  raw: Uint8Array[]
}

export type Enqueued = { id: string; state: string; messageId: string }

const CHUNK = 256 * 1024

/**
 * Puts a message into the queue for good: message, pieces, recipients, event and `along` (what else belongs to the
 * same decision) in one transaction. The same key with the same fingerprint answers the item of the first time;
 * with another one throws `conflict`.
 */
export async function enqueueOutgoing(
  request: OutgoingRequest,
  along: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<Enqueued> {
  const { recipients, raw, ...row } = request
  const size = raw.reduce((sum, piece) => sum + piece.length, 0)
  const state = await inTransaction(async (tx) => {
    const made = await insertOutgoing(tx, { ...row, size, sha256: sha256Of(raw) })
    if (made === null) return null
    await insertRecipients(
      tx,
      row.id,
      recipients.map((recipient, position) => ({ id: newId(), position, ...recipient })),
    )
    let position = 0
    for (const piece of piecesOf(raw)) await insertChunk(tx, row.id, position++, piece)
    await along(tx)
    await publish(tx, `user:${row.userId}`, { type: 'outbox-changed', outgoingId: row.id })
    await notifySenders(tx)
    return made
  })
  if (state !== null) return { id: row.id, state, messageId: row.messageId }
  const known = await findEnqueued(row.userId, row.idempotencyKey, row.fingerprint)
  if (!known) throw new Error(`the message queued under the key of ${row.id} is missing`)
  return known
}

/** What was queued under this key; null when nothing was. Throws `conflict` when it was another message. */
export async function findEnqueued(
  userId: string,
  idempotencyKey: string,
  fingerprint: string,
): Promise<Enqueued | null> {
  const row = await findByKey(userId, idempotencyKey)
  if (!row) return null
  if (row.fingerprint !== fingerprint)
    throw new AppError('conflict', 'key-used', 'This Idempotency-Key was used for another message.')
  return { id: row.id, state: row.state, messageId: row.messageId }
}

function sha256Of(raw: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const piece of raw) hash.update(piece)
  return hash.digest('hex')
}

function* piecesOf(raw: Uint8Array[]): Generator<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array[] = []
  let length = 0
  for (const part of raw) {
    for (let at = 0; at < part.length; ) {
      const taken = part.subarray(at, at + CHUNK - length)
      held.push(taken)
      length += taken.length
      at += taken.length
      if (length < CHUNK) continue
      yield Uint8Array.from(Buffer.concat(held))
      held = []
      length = 0
    }
  }
  if (length > 0) yield Uint8Array.from(Buffer.concat(held))
}
