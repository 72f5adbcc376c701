import fs from 'node:fs'
import { parseConfig } from '../../platform/config'
import { AppError, notFound } from '../../platform/errors'
import { type MailEndpoint, parseMailUrl } from '../../platform/mail-url'
import { type MailServer, MailServerError } from '../../protocols/mail-server'
import { findMailbox, type MailboxRow } from './mailbox.store'
import { openPassword } from './mailbox-secret'

/** Where and as whom to read this mailbox. Throws when it does not exist or its password cannot be decrypted. */
export const imapServerOf = async (mailboxId: string) => serverOf(await rowOf(mailboxId), 'imap')

/** Where and as whom to send from this mailbox. */
export const smtpServerOf = async (mailboxId: string) => serverOf(await rowOf(mailboxId), 'smtp')

async function rowOf(mailboxId: string): Promise<MailboxRow> {
  const row = await findMailbox(mailboxId)
  if (!row) throw notFound('mailbox')
  return row
}

/** The same from a row at hand. */
export function serverOf(row: MailboxRow, protocol: 'imap' | 'smtp'): MailServer {
  const own = protocol === 'imap' ? row.imapUrl : row.smtpUrl
  const { endpoint, ca } = own
    ? { endpoint: parseMailUrl(own, protocol), ca: row.ca ?? undefined }
    : configuredServer(protocol)
  return { endpoint, username: row.username, password: passwordOf(row, endpoint), ca }
}

/** Unreadable after a change of APP_SECRET: to a person the same as a refused password. */
function passwordOf(row: MailboxRow, { protocol, host, port }: MailEndpoint): string {
  try {
    return openPassword(row)
  } catch (cause) {
    const words = 'the stored password cannot be read: sign in again'
    throw new MailServerError('sign-in', 'no-password', `${protocol} ${host}:${port}`, words, cause)
  }
}

/** A mailbox without URLs of its own is on the configured server: read each time, as that may have moved. */
function configuredServer(protocol: 'imap' | 'smtp'): { endpoint: MailEndpoint; ca: string | undefined } {
  const { imapUrl, smtpUrl, mailCaFile } = parseConfig(process.env)
  const url = protocol === 'imap' ? imapUrl : smtpUrl
  if (!url) throw new AppError('unavailable', 'no-mail-server', 'No mail server is configured.')
  const ca = mailCaFile ? fs.readFileSync(/* turbopackIgnore: true */ mailCaFile, 'utf8') : undefined
  return { endpoint: parseMailUrl(url, protocol), ca }
}
