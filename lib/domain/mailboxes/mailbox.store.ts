// lib/domain/mailboxes: the accounts on mail servers and their folders. This file owns table Mailbox.
import { type Mailbox, Prisma } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'
import type { SecretRecord } from '../../platform/encryption'

export type MailboxRow = Mailbox

export const findMailbox = (id: string) => db().mailbox.findUnique({ where: { id } })

export const findOwnedMailboxes = (ownerId: string) =>
  db().mailbox.findMany({ where: { ownerId }, orderBy: { createdAt: 'asc' } })

export const findByAddress = (ownerId: string, address: string) =>
  db().mailbox.findUnique({ where: { ownerId_address: { ownerId, address } } })

/** All mailboxes of this address, whoever owns them: for administration. */
export const findByAddressOnly = (address: string) =>
  db().mailbox.findMany({ where: { address }, orderBy: { createdAt: 'asc' } })

/** What the worker watches. */
export const findWatchable = () =>
  db().mailbox.findMany({
    where: { protocol: 'imap', syncState: { not: 'signed-out' } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })

/** How many of a person's mailboxes are being read for the first time and have no inbox to show yet. */
export const countWithoutFirstLook = (ownerId: string) =>
  db().mailbox.count({
    where: {
      ownerId,
      syncState: { in: ['new', 'syncing'] },
      folders: { none: { role: 'inbox', lowUid: { not: null } } },
    },
  })

export type NewMailbox = Pick<
  Prisma.MailboxUncheckedCreateInput,
  'id' | 'ownerId' | 'address' | 'name' | 'imapUrl' | 'smtpUrl' | 'pop3Url' | 'username' | 'ca'
> & { secret: SecretRecord }

/** False when this person has this address already. */
export async function insertMailbox(tx: Db, row: NewMailbox): Promise<boolean> {
  const made = await tx.mailbox.createMany({ data: [row], skipDuplicates: true })
  return made.count === 1
}

export type MailboxChange = Partial<
  Pick<
    Mailbox,
    | 'syncState'
    | 'nextTryAt'
    | 'failures'
    | 'signInFailures'
    | 'verifiedAt'
    | 'capabilities'
    | 'sendPausedUntil'
  >
> & { secret?: SecretRecord; syncError?: Record<string, string> | null }

/** Columns not named stay as they are. */
export async function updateMailbox(tx: Db, id: string, change: MailboxChange): Promise<void> {
  const { syncError, ...rest } = change
  const error = syncError === undefined ? {} : { syncError: syncError ?? Prisma.DbNull }
  await tx.mailbox.updateMany({ where: { id }, data: { ...rest, ...error } })
}

/** Wakes the worker at commit. */
export async function notifyWorker(tx: Db, payload: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('posthorn_work', ${payload})`
}
