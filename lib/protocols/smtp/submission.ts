// What the outbox may ask of an SMTP server. Implemented by submit.ts over nodemailer.
import type { MailServer } from '../mail-server'

export type SmtpReply = { code: number; enhanced: string | null; text: string }

export type SmtpPhase =
  | 'name-look-up'
  | 'connect'
  | 'tls'
  | 'greeting'
  | 'ehlo'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'body'
  | 'final'
  | 'done'

export type TranscriptLine = { at: Date; from: 'client' | 'server'; line: string }

export type Envelope = { from: string; to: string[] }

export type SubmissionHooks = {
  /** Called as each phase begins. The body is not sent before the promise for `body` resolves (the 354 was seen). */
  onPhase(phase: SmtpPhase): Promise<void>
  onLine(line: TranscriptLine): void
}

/**
 * How one attempt ended.
 * - `accepted`: the final 250 was read; `recipients` says who was taken and who was not.
 * - `deferred` / `rejected`: nothing was accepted; by 4xx or 5xx at `phase`.
 * - `failed`: the connection failed before the body: safe to try again. `code` as in MailServerError.
 * - `unknown`: the body was begun and no final reply was read.
 */
export type SubmissionResult = {
  outcome: 'accepted' | 'deferred' | 'rejected' | 'failed' | 'unknown'
  phase: SmtpPhase
  code: string
  reply: SmtpReply | null
  recipients: Map<string, { accepted: boolean; reply: SmtpReply }>
}

export type SubmitTimeouts = { connect: number; greeting: number; command: number; final: number }

export type Submit = (
  server: MailServer,
  envelope: Envelope,
  raw: AsyncIterable<Uint8Array>,
  size: number,
  hooks: SubmissionHooks,
  timeouts?: SubmitTimeouts,
) => Promise<SubmissionResult>
