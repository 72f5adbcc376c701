import { ConnectError } from '../../contract/mailboxes'
import { notFound } from '../../platform/errors'
import { connectImap } from '../../protocols/imap/connect-imap'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { withPooledSession } from '../../protocols/imap/session-pool'
import { MailServerError } from '../../protocols/mail-server'
import { serverOf } from './mail-servers'
import { findMailbox, type MailboxRow } from './mailbox.store'

/**
 * Lends one pooled, signed-in session to `work`, alone. Throws MailServerError with the failing step; while a
 * refused password waits for its next try, without asking the server again.
 */
export function withImap<T>(mailboxId: string, work: (session: ImapSession) => Promise<T>): Promise<T> {
  return withPooledSession(mailboxId, () => connectMailbox(mailboxId), work)
}

/** A session of one's own, outside the pool: for the connection that watches. */
export async function connectMailbox(mailboxId: string): Promise<ImapSession> {
  const row = await findMailbox(mailboxId)
  if (!row) throw notFound('mailbox')
  refuseWhileSignedOut(row)
  return connectImap(serverOf(row, 'imap'))
}

function refuseWhileSignedOut(row: MailboxRow): void {
  const error = ConnectError.safeParse(row.syncError)
  if (!error.success || error.data.step !== 'sign-in') return
  const isWaiting = row.nextTryAt !== null && row.nextTryAt.getTime() > Date.now()
  if (row.syncState !== 'signed-out' && !isWaiting) return
  const { code, server, message } = error.data
  throw new MailServerError('sign-in', code, server, message)
}
