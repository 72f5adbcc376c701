// What the outbox may ask of an SMTP server. Implemented by submit.ts over nodemailer.
import type { MailServer } from '../mail-server'

export type SmtpReply = { code: number; enhanced: string | null; text: string }

/** In order: what comes before `body` may be repeated without harm. */
export const SMTP_PHASES = [
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
] as const
export type SmtpPhase = (typeof SMTP_PHASES)[number]

/** True once the server may have begun to take the message. */
export const reachedBody = (phase: SmtpPhase) => SMTP_PHASES.indexOf(phase) >= SMTP_PHASES.indexOf('body')

export type TranscriptLine = { at: Date; from: 'client' | 'server'; line: string }

export type Envelope = { from: string; to: string[] }

export type SubmissionHooks = {
  /**
   * Called as each phase begins. Only `body` is waited for: the 354 was read, and not one byte of the message
   * leaves before the promise resolves; when it rejects, the connection is dropped without a byte.
   */
  onPhase(phase: SmtpPhase): Promise<void>
  onLine(line: TranscriptLine): void
}

export type RecipientOutcome = { accepted: boolean; reply: SmtpReply }

/**
 * How one attempt ended.
 * - `accepted`: the final 250 was read; `recipients` says who was taken and who was not.
 * - `deferred` / `rejected`: nothing was accepted; by 4xx or 5xx at `phase`.
 * - `refused-sign-in`: 535, 534, 530 or 538: the account cannot send before somebody signs in again.
 * - `failed`: the connection failed before the body: safe to try again.
 * - `unknown`: the body was begun and no final reply was read.
 */
export type SubmissionOutcome =
  | 'accepted'
  | 'deferred'
  | 'rejected'
  | 'refused-sign-in'
  | 'failed'
  | 'unknown'

export type SubmissionResult = {
  outcome: SubmissionOutcome
  phase: SmtpPhase
  /** as in MailServerError; `ok` when accepted, `reply` when `reply` says it all */
  code: string
  /** the reply that decided, null when there was none */
  reply: SmtpReply | null
  /** words for people when there is no reply; one line, never a credential */
  text: string
  /** replies to RCPT TO, by address as given */
  recipients: Map<string, RecipientOutcome>
  /** resolves when the line is down: QUIT was answered, or not within two seconds */
  closed: Promise<void>
}

/** Milliseconds. `command` also bounds the pause between two pieces of the body. */
export type SubmitTimeouts = { connect: number; greeting: number; command: number; final: number }

/** RFC 5321 section 4.5.3.2; a shorter wait for the final reply would make copies. */
export const SUBMIT_TIMEOUTS: SubmitTimeouts = {
  connect: 30_000,
  greeting: 60_000,
  command: 5 * 60_000,
  final: 10 * 60_000,
}

/**
 * Submits one message: connects, secures, signs in, gives the envelope and the bytes. Never throws.
 * `size` in bytes; `raw` is read only after the 354.
 */
export type Submit = (
  server: MailServer,
  envelope: Envelope,
  raw: AsyncIterable<Uint8Array>,
  size: number,
  hooks: SubmissionHooks,
  timeouts?: SubmitTimeouts,
) => Promise<SubmissionResult>
