import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import type { MailServerError } from '../../protocols/mail-server'
import { findMailbox, updateMailbox } from './mailbox.store'
import { nextTry } from './next-try'

/** A connection failed: stores the step, the server's words and when to try again, which it answers (null: not at all). */
export async function recordTrouble(
  mailboxId: string,
  error: MailServerError,
  now: Date = new Date(),
): Promise<Date | null> {
  return inTransaction(async (tx) => {
    const row = await findMailbox(mailboxId)
    if (!row) return null
    const isPassword = error.step === 'sign-in' && /^(refused|no)-password$/.test(error.code)
    const { state, waitMs, failures, signInFailures } = nextTry(row, isPassword, Math.random())
    const nextTryAt = waitMs === null ? null : new Date(now.getTime() + waitMs)
    const { step, code, server, serverText } = error
    await updateMailbox(tx, mailboxId, {
      syncState: state,
      syncError: { step, code, server, message: serverText },
      nextTryAt,
      failures,
      signInFailures,
    })
    await publish(tx, `mailbox:${mailboxId}`, { type: 'mailbox-changed', mailboxId })
    return nextTryAt
  })
}

/** A connection works: clears the trouble. `ready` once the first synchronisation is through. */
export async function recordWellness(
  mailboxId: string,
  state: 'syncing' | 'ready',
  capabilities?: string[],
): Promise<void> {
  const row = await findMailbox(mailboxId)
  if (!row) return
  const isSame = row.syncState === state && row.failures === 0 && row.syncError === null
  if (isSame && !capabilities) return
  await inTransaction(async (tx) => {
    await updateMailbox(tx, mailboxId, {
      syncState: state,
      syncError: null,
      nextTryAt: null,
      failures: 0,
      signInFailures: 0,
      ...(capabilities ? { capabilities } : {}),
    })
    if (!isSame) await publish(tx, `mailbox:${mailboxId}`, { type: 'mailbox-changed', mailboxId })
  })
}
