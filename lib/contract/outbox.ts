import { z } from 'zod'
import { Id, Instant, OneLine, PageQuery } from './common'
import { ConnectError } from './mailboxes'

export const OutgoingState = z.enum([
  'held',
  'queued',
  'sending',
  'waiting',
  'accepted',
  'filed',
  'rejected',
  'unknown',
  'cancelled',
  'given-up',
])
export type OutgoingState = z.infer<typeof OutgoingState>

export const RecipientState = z.enum([
  'queued',
  'waiting',
  'accepted',
  'rejected',
  'unknown',
  'cancelled',
  'given-up',
])
export type RecipientState = z.infer<typeof RecipientState>

export const SmtpReply = z.strictObject({
  code: z.number().int(),
  /** RFC 3463, for example 5.1.1 */
  enhanced: z.string().nullable(),
  text: z.string(),
})
export type SmtpReply = z.infer<typeof SmtpReply>

export const SmtpPhase = z.enum([
  'name-look-up',
  'connect',
  'tls',
  'greeting',
  'ehlo',
  'auth',
  'mail',
  'rcpt',
  'data',
  'body',
  'final',
  'done',
])
export type SmtpPhase = z.infer<typeof SmtpPhase>

export const AttemptOutcome = z.enum([
  'accepted',
  'deferred',
  'rejected',
  'unreachable',
  'refused-sign-in',
  'tls',
  'unknown',
  'crashed',
])
export type AttemptOutcome = z.infer<typeof AttemptOutcome>

export const TranscriptLine = z.strictObject({
  at: Instant,
  from: z.enum(['client', 'server']),
  line: z.string(),
})
export type TranscriptLine = z.infer<typeof TranscriptLine>

export const Attempt = z.strictObject({
  number: z.number().int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  phase: SmtpPhase,
  outcome: AttemptOutcome.nullable(),
  error: ConnectError.nullable(),
  transcript: z.array(TranscriptLine),
})
export type Attempt = z.infer<typeof Attempt>

export const OutgoingRecipient = z.strictObject({
  kind: z.enum(['to', 'cc', 'bcc']),
  name: z.string(),
  address: z.string(),
  state: RecipientState,
  reply: SmtpReply.nullable(),
})
export type OutgoingRecipient = z.infer<typeof OutgoingRecipient>

export const Outgoing = z.strictObject({
  id: Id,
  mailboxId: Id,
  state: OutgoingState,
  subject: z.string(),
  messageId: z.string(),
  size: z.number().int(),
  createdAt: Instant,
  holdUntil: Instant,
  recipients: z.array(OutgoingRecipient),
  attempts: z.array(Attempt),
  nextAttemptAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  filedAt: Instant.nullable(),
  /** none while not accepted; failed: sent, but not stored in Sent */
  filing: z.enum(['none', 'waiting', 'filed', 'failed']),
  fileError: z.string().nullable(),
  error: ConnectError.nullable(),
})
export type Outgoing = z.infer<typeof Outgoing>

export const OutboxQuery = PageQuery
export const OutgoingPage = z.strictObject({ items: z.array(Outgoing), nextCursor: z.string().nullable() })
export type OutgoingPage = z.infer<typeof OutgoingPage>

/** One address as typed: `a@b.example` or `Name <a@b.example>`; parsed by the strict grammar of lib/mail. */
const Typed = OneLine.min(1).max(600)
const Recipients = z.array(Typed).max(500)

export const ComposedBody = z.strictObject({
  to: Recipients.default([]),
  cc: Recipients.default([]),
  bcc: Recipients.default([]),
  subject: OneLine.max(900).default(''),
  text: z.string().max(2_000_000).optional(),
  html: z.string().max(2_000_000).optional(),
  uploads: z.array(Id).max(200).default([]),
  /** our id of the message answered or forwarded */
  inReplyTo: Id.optional(),
  relation: z.enum(['reply', 'forward']).optional(),
  /** attachments of an existing message taken along, by their id */
  forwardAttachments: z.array(Id).max(200).default([]),
})

export const SendRequest = ComposedBody.extend({
  mailboxId: Id,
  identityId: Id.optional(),
  draftId: Id.optional(),
  holdSeconds: z.number().int().min(0).max(120).optional(),
  sendAt: Instant.optional(),
})
export type SendRequest = z.infer<typeof SendRequest>

export const SendAnswer = z.strictObject({ id: Id, state: OutgoingState, messageId: z.string() })
export type SendAnswer = z.infer<typeof SendAnswer>

export const DraftContent = ComposedBody.extend({ mailboxId: Id })
export const DraftSave = DraftContent.extend({ revision: z.number().int().min(1).optional() })
export type DraftSave = z.infer<typeof DraftSave>
/** What was written, with the files behind `uploads` that are still there, so that it can be opened again. */
export const Composed = DraftContent.extend({
  files: z.array(z.strictObject({ id: Id, name: z.string(), type: z.string(), size: z.number().int() })),
})
export type Composed = z.infer<typeof Composed>
export const Draft = Composed.extend({ id: Id, revision: z.number().int(), updatedAt: Instant })
export type Draft = z.infer<typeof Draft>
export const DraftList = z.strictObject({ drafts: z.array(Draft) })

export const Upload = z.strictObject({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  sha256: z.string(),
})
export type Upload = z.infer<typeof Upload>
