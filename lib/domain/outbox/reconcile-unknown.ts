import { inTransaction } from '../../db/client'
import { log } from '../../platform/log'
import { withImap } from '../mailboxes/with-imap'
import { announce } from './announce'
import { takeUnknown } from './claim.store'
import { stateOf } from './next-state'
import { findOutgoing, lockOutgoing, moveRecipients, updateOutgoing } from './outgoing.store'
import { isInFolder, sentPathOf } from './search-sent'

const EVERY_MS = 60_000
const FOR_MS = 15 * 60_000

/**
 * Looks for messages of unknown fate in Sent: servers that file by themselves prove so that they took it. Every
 * minute for a quarter of an hour; then it stays unknown until the person decides. Answers how many were found.
 */
export async function reconcileUnknown(everyMs = EVERY_MS): Promise<number> {
  let found = 0
  for (const { id, mailboxId } of await takeUnknown(everyMs, FOR_MS)) {
    try {
      if (!(await wasFiled(id, mailboxId))) continue
      await markFound(id)
      found += 1
    } catch (error) {
      log.info({ err: error, outgoingId: id }, 'Sent could not be searched for an unconfirmed message')
    }
  }
  return found
}

async function wasFiled(id: string, mailboxId: string): Promise<boolean> {
  const [outgoing, path] = await Promise.all([findOutgoing(id), sentPathOf(mailboxId)])
  if (!outgoing || !path) return false
  return withImap(mailboxId, (session) => isInFolder(session, path, outgoing.messageId))
}

async function markFound(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const outgoing = await lockOutgoing(tx, id)
    if (outgoing?.state !== 'unknown') return
    await moveRecipients(tx, id, ['unknown'], 'accepted')
    const states = outgoing.recipients.map((r) => (r.state === 'unknown' ? ('accepted' as const) : r.state))
    const now = new Date()
    const state = stateOf(states, true)
    const isOpen = state === 'waiting' || state === 'queued'
    await updateOutgoing(tx, id, {
      state,
      acceptedAt: now,
      fileState: 'filed',
      filedAt: now,
      lastError: null,
      nextAttemptIn: isOpen ? 0 : null,
    })
    await announce(tx, id)
  })
}
