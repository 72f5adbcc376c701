import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { AppError } from '../../platform/errors'
import { closeIdleSessions } from '../../protocols/imap/session-pool'
import { askWorker } from './ask-worker'
import { createMailbox } from './create-mailbox'
import { findByAddress, type MailboxRow, updateMailbox } from './mailbox.store'
import { openPassword, sealPassword } from './mailbox-secret'

/**
 * After the mail server took address and password: makes the person's mailbox on the configured server, or renews
 * its stored password and ends a signed-out state. Answers the mailbox id.
 */
export async function ensureMailboxAtSignIn(person: {
  userId: string
  address: string
  password: string
}): Promise<string> {
  const { userId, address, password } = person
  const known = await findByAddress(userId, address)
  if (known) return renew(known, password)
  try {
    return await createMailbox({ ownerId: userId, address, imapUrl: '', smtpUrl: '', password })
  } catch (error) {
    // two sign-ins at once: the other one made it
    const made = error instanceof AppError ? await findByAddress(userId, address) : null
    if (!made) throw error
    return renew(made, password)
  }
}

async function renew(row: MailboxRow, password: string): Promise<string> {
  const isWell = row.syncState !== 'signed-out' && row.failures === 0 && row.sendPausedUntil === null
  if (isWell && hasPassword(row, password)) return row.id
  await inTransaction(async (tx) => {
    await updateMailbox(tx, row.id, {
      secret: sealPassword(row, password),
      syncState: row.syncState === 'ready' ? 'ready' : 'new',
      syncError: null,
      nextTryAt: null,
      failures: 0,
      signInFailures: 0,
      sendPausedUntil: null,
    })
    await publish(tx, `mailbox:${row.id}`, { type: 'mailbox-changed', mailboxId: row.id })
    await askWorker(tx, { kind: 'mailbox', mailboxId: row.id })
  })
  await closeIdleSessions(row.id)
  return row.id
}

function hasPassword(row: MailboxRow, password: string): boolean {
  try {
    return openPassword(row) === password
  } catch {
    return false
  }
}
