// What one open composer holds: the words typed, the files, and where they are kept.
import type { MailboxProblem } from '@/lib/mail/parse-mailbox'

export type ComposeKind = 'new' | 'reply' | 'reply-all' | 'forward' | 'draft'
export type AddressField = 'to' | 'cc' | 'bcc'
export const ADDRESS_FIELDS: AddressField[] = ['to', 'cc', 'bcc']

/** One address as typed. `problem` is a key of the catalogue's `chip`, null when it can be sent to. */
export type Chip = {
  id: string
  typed: string
  name: string
  address: string
  problem: MailboxProblem | null
}

/** A file on its way in, or in. `uploadId` once the server has it; `attachmentId` when it is taken along. */
export type AttachedFile = {
  id: string
  name: string
  type: string
  /** bytes */
  size: number
  /** bytes sent so far */
  sent: number
  state: 'uploading' | 'ready' | 'failed'
  problem: 'too-large' | 'offline' | 'refused' | 'interrupted' | null
  uploadId: string | null
  attachmentId: string | null
}

/** `conflict`: another tab saved since; both texts are kept until the person chooses. */
export type SaveState =
  | { kind: 'clean' }
  | { kind: 'edited' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'on-this-device'; why: 'offline' | 'signed-out' | 'refused' }
  | { kind: 'conflict' }

/** `isDefinite`: the server said no, so nothing was taken; otherwise the answer was lost on the way. */
export type SendProblem = {
  code: string
  message: string
  fields: { path: string; message: string }[]
  isDefinite: boolean
}
export type SendState = { kind: 'idle' } | { kind: 'sending' } | { kind: 'failed'; problem: SendProblem }

export type Composition = {
  /** names it on this device; never leaves it */
  key: string
  kind: ComposeKind
  mailboxId: string
  to: Chip[]
  cc: Chip[]
  bcc: Chip[]
  /** what stands in each address line and is no chip yet */
  pending: Record<AddressField, string>
  shown: { cc: boolean; bcc: boolean }
  subject: string
  format: 'rich' | 'plain'
  text: string
  html: string
  files: AttachedFile[]
  inReplyTo: string | null
  relation: 'reply' | 'forward' | null
  server: { draftId: string; revision: number } | null
  /** one key for one message, kept across retries of the same send */
  idempotencyKey: string | null
  /** grows with each change a person makes; what was saved carries the number it had */
  edits: number
  savedEdits: number
  save: SaveState
  send: SendState
  minimised: boolean
  updatedAt: string
}

export const NO_PENDING: Record<AddressField, string> = { to: '', cc: '', bcc: '' }

/** An empty composition; `now` is ISO 8601. */
export function emptyComposition(key: string, mailboxId: string, now: string): Composition {
  return {
    key,
    kind: 'new',
    mailboxId,
    to: [],
    cc: [],
    bcc: [],
    pending: NO_PENDING,
    shown: { cc: false, bcc: false },
    subject: '',
    format: 'rich',
    text: '',
    html: '',
    files: [],
    inReplyTo: null,
    relation: null,
    server: null,
    idempotencyKey: null,
    edits: 0,
    savedEdits: 0,
    save: { kind: 'clean' },
    send: { kind: 'idle' },
    minimised: false,
    updatedAt: now,
  }
}
