import { z } from 'zod'
import { Id, Instant } from './common'

/** The step at which a connection to a mail server failed, in the order they happen. */
export const ConnectStep = z.enum(['name-look-up', 'connect', 'tls', 'greeting', 'sign-in', 'command'])
export type ConnectStep = z.infer<typeof ConnectStep>

export const ConnectError = z.strictObject({
  step: ConnectStep,
  /** stable code for the screen's catalogue, for example refused, timeout, name-mismatch, starttls-missing */
  code: z.string(),
  /** the server's own words or the system's, at most one line */
  message: z.string(),
  /** imap or smtp or pop3, host:port */
  server: z.string(),
})
export type ConnectError = z.infer<typeof ConnectError>

export const MailboxSyncState = z.enum(['new', 'syncing', 'ready', 'trouble', 'signed-out'])
export type MailboxSyncState = z.infer<typeof MailboxSyncState>

export const Mailbox = z.strictObject({
  id: Id,
  address: z.string(),
  name: z.string(),
  kind: z.enum(['personal', 'shared']),
  protocol: z.enum(['imap', 'pop3']),
  sync: z.strictObject({
    state: MailboxSyncState,
    verifiedAt: Instant.nullable(),
    error: ConnectError.nullable(),
    nextTryAt: Instant.nullable(),
  }),
})
export type Mailbox = z.infer<typeof Mailbox>
export const MailboxList = z.strictObject({ mailboxes: z.array(Mailbox) })

export const FolderRole = z.enum(['inbox', 'sent', 'drafts', 'trash', 'junk', 'archive'])
export type FolderRole = z.infer<typeof FolderRole>

export const Folder = z.strictObject({
  id: Id,
  path: z.string(),
  name: z.string(),
  delimiter: z.string(),
  role: FolderRole.nullable(),
  selectable: z.boolean(),
  total: z.number().int(),
  unread: z.number().int(),
  /** progress of the first synchronisation: how many of the server's messages are in the cache */
  cached: z.number().int(),
})
export type Folder = z.infer<typeof Folder>
export const FolderList = z.strictObject({ folders: z.array(Folder) })
