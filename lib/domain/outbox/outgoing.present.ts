import { z } from 'zod'
import { ConnectError } from '../../contract/mailboxes'
import {
  AttemptOutcome,
  Outgoing,
  OutgoingState,
  RecipientState,
  SmtpPhase,
  TranscriptLine,
} from '../../contract/outbox'
import type { AttemptRow, RecipientRow, WholeOutgoing } from './outgoing.store'

const Transcript = z.array(TranscriptLine).catch([])
const iso = (date: Date | null) => date?.toISOString() ?? null

/** Row -> contract. */
export function presentOutgoing(row: WholeOutgoing): Outgoing {
  const error = ConnectError.nullable().catch(null).parse(row.lastError)
  const isScheduled = ['held', 'queued', 'waiting'].includes(row.state)
  const waitsForSignIn = row.state === 'waiting' && error?.code.startsWith('refused-') === true
  return {
    id: row.id,
    mailboxId: row.mailboxId,
    state: OutgoingState.parse(row.state),
    subject: row.subject,
    messageId: row.messageId,
    size: row.size,
    createdAt: row.createdAt.toISOString(),
    holdUntil: row.holdUntil.toISOString(),
    recipients: row.recipients.map(presentRecipient),
    attempts: [...row.attempts].sort((a, b) => a.number - b.number).map(presentAttempt),
    nextAttemptAt: isScheduled && !waitsForSignIn ? iso(row.nextAttemptAt) : null,
    acceptedAt: iso(row.acceptedAt),
    filedAt: iso(row.filedAt),
    filing: Outgoing.shape.filing.parse(row.fileState),
    fileError: row.fileError,
    error,
  }
}

function presentRecipient({
  kind,
  name,
  address,
  state,
  ...row
}: RecipientRow): Outgoing['recipients'][number] {
  const reply =
    row.replyCode === null
      ? null
      : { code: row.replyCode, enhanced: row.replyEnhanced, text: row.replyText ?? '' }
  return {
    kind: z.enum(['to', 'cc', 'bcc']).parse(kind),
    name,
    address,
    state: RecipientState.parse(state),
    reply,
  }
}

function presentAttempt(row: AttemptRow): Outgoing['attempts'][number] {
  return {
    number: row.number,
    startedAt: row.startedAt.toISOString(),
    endedAt: iso(row.endedAt),
    phase: SmtpPhase.parse(row.phase),
    outcome: AttemptOutcome.nullable().parse(row.outcome),
    error: ConnectError.nullable().catch(null).parse(row.error),
    transcript: Transcript.parse(row.transcript),
  }
}
