import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { AppError, badField } from '../../platform/errors'
import { newId } from '../../platform/ids'
import { parseMailUrl } from '../../platform/mail-url'
import { askWorker } from './ask-worker'
import { insertMailbox } from './mailbox.store'
import { sealPassword } from './mailbox-secret'

export type NewMailboxInput = {
  ownerId: string
  address: string
  name?: string
  /** as IMAP_URL and SMTP_URL; empty for the configured server, wherever that is at the time */
  imapUrl: string
  smtpUrl: string
  pop3Url?: string | undefined
  username?: string | undefined
  password: string
  /** extra trusted certificates, PEM */
  ca?: string | undefined
}

/** Stores a mailbox with its password encrypted; the worker takes it up at once. Answers its id. */
export async function createMailbox(input: NewMailboxInput): Promise<string> {
  const id = newId()
  checkUrl('imapUrl', input.imapUrl, 'imap')
  checkUrl('smtpUrl', input.smtpUrl, 'smtp')
  checkUrl('pop3Url', input.pop3Url ?? '', 'pop3')
  if (/[\r\n\0]/.test(input.password)) throw badField('password', 'must not contain line breaks')
  return inTransaction(async (tx) => {
    const isNew = await insertMailbox(tx, {
      id,
      ownerId: input.ownerId,
      address: input.address,
      name: input.name ?? '',
      imapUrl: input.imapUrl,
      smtpUrl: input.smtpUrl,
      pop3Url: input.pop3Url ?? null,
      username: input.username || input.address,
      ca: input.ca ?? null,
      secret: sealPassword({ id, ownerId: input.ownerId }, input.password),
    })
    if (!isNew) throw new AppError('conflict', 'mailbox-exists', 'This person has a mailbox of this address.')
    await publish(tx, `user:${input.ownerId}`, { type: 'mailbox-changed', mailboxId: id })
    await askWorker(tx, { kind: 'mailbox', mailboxId: id })
    return id
  })
}

function checkUrl(field: string, url: string, protocol: 'imap' | 'smtp' | 'pop3'): void {
  if (url === '') return
  try {
    parseMailUrl(url, protocol)
  } catch (error) {
    throw badField(field, error instanceof Error ? error.message : 'not a mail server URL')
  }
}
