import { inTransaction } from '../../db/client'
import { log } from '../../platform/log'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { MailServerError } from '../../protocols/mail-server'
import { withImap } from '../mailboxes/with-imap'
import { announce } from './announce'
import { crashPoint } from './crash-point'
import { type FilingLease, renewFiling, takeFiling } from './filing.store'
import { markRelated } from './mark-related'
import { stateOf } from './next-state'
import { findChunk, lockOutgoing, updateOutgoing } from './outgoing.store'
import { GIVE_UP_AFTER_MS, retryPause } from './retry-schedule'
import { isInFolder, sentPathOf } from './search-sent'

const LEASE_MS = 30_000

/**
 * Files the copy of one accepted message in Sent, if one is due; answers whether there was one. Searches first,
 * because some servers file by themselves and an APPEND may have succeeded unheard. A failure is retried alone:
 * the message stays sent.
 */
export async function fileNext(): Promise<boolean> {
  const lease = await takeFiling(LEASE_MS)
  if (!lease) return false
  const heart = setInterval(() => void renewFiling(lease, LEASE_MS).catch(() => undefined), LEASE_MS / 3)
  try {
    if (lease.fileAttempts === 1) await markRelated(lease)
    await withImap(lease.mailboxId, (session) => fileOnce(session, lease))
    await recordFiled(lease)
  } catch (error) {
    log.warn({ err: error, outgoingId: lease.id }, 'a sent message could not be filed')
    await recordFailure(lease, error)
  } finally {
    clearInterval(heart)
  }
  return true
}

async function fileOnce(session: ImapSession, lease: FilingLease): Promise<void> {
  const path = (await sentPathOf(lease.mailboxId)) ?? (await createSent(session))
  if (await isInFolder(session, path, lease.messageId)) return
  if (!(await renewFiling(lease, LEASE_MS))) throw new Error('another worker files this message')
  const raw = await wholeMessage(lease.id)
  await session.appendMessage(path, raw, ['\\Seen'], lease.acceptedAt)
  crashPoint('append-sent')
}

async function createSent(session: ImapSession): Promise<string> {
  const known = (await session.listFolders()).find((folder) => folder.role === 'sent' && folder.selectable)
  if (known) return known.path
  await session.createFolder('Sent')
  return 'Sent'
}

async function wholeMessage(id: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for (;;) {
    const piece = await findChunk(id, pieces.length)
    if (!piece) return Buffer.concat(pieces)
    pieces.push(piece)
  }
}

async function recordFiled({ id }: FilingLease): Promise<void> {
  await inTransaction(async (tx) => {
    const outgoing = await lockOutgoing(tx, id)
    if (!outgoing) return
    const isSettled = outgoing.state === 'accepted'
    const states = outgoing.recipients.map((recipient) => recipient.state)
    await updateOutgoing(tx, id, {
      ...(isSettled ? { state: stateOf(states, true) } : {}),
      fileState: 'filed',
      filedAt: new Date(),
      fileError: null,
      fileNextIn: null,
    })
    await announce(tx, id)
  })
}

async function recordFailure(lease: FilingLease, error: unknown): Promise<void> {
  const isOver = Date.now() - lease.acceptedAt.getTime() > GIVE_UP_AFTER_MS
  const words = error instanceof MailServerError ? error.message : 'The copy could not be stored.'
  await inTransaction(async (tx) => {
    const outgoing = await lockOutgoing(tx, lease.id)
    if (!outgoing || outgoing.fileAttempts !== lease.fileAttempts) return
    await updateOutgoing(tx, lease.id, {
      fileState: 'failed',
      fileError: words,
      fileNextIn: isOver ? null : retryPause(lease.fileAttempts, Math.random()),
    })
    await announce(tx, lease.id)
  })
}
