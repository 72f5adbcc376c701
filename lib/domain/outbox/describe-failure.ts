import type { ConnectError } from '../../contract/mailboxes'
import type { AttemptOutcome } from '../../contract/outbox'
import type { MailEndpoint } from '../../platform/mail-url'
import type { SmtpPhase, SubmissionResult } from '../../protocols/smtp/submission'

type Ended = Pick<SubmissionResult, 'outcome' | 'phase' | 'code' | 'reply' | 'text'>

/** What a person is told of an attempt that did not succeed: the failing step and the server's own words. */
export function describeFailure(result: Ended, endpoint: MailEndpoint | null): ConnectError | null {
  if (result.outcome === 'accepted') return null
  const { reply } = result
  const server = endpoint ? `smtp ${endpoint.host}:${endpoint.port}` : 'smtp'
  const words = reply ? [reply.code, reply.enhanced, reply.text].filter(Boolean).join(' ') : result.text
  const code = result.code === 'reply' || result.code === 'closing' ? 'refused' : result.code
  return {
    step: stepOf(result.phase),
    code,
    message: words,
    server,
  }
}

function stepOf(phase: SmtpPhase): ConnectError['step'] {
  if (phase === 'name-look-up' || phase === 'connect' || phase === 'tls' || phase === 'greeting') return phase
  if (phase === 'ehlo') return 'greeting'
  return phase === 'auth' ? 'sign-in' : 'command'
}

export function outcomeOf({ outcome, phase }: Ended): AttemptOutcome {
  if (outcome !== 'failed') return outcome
  return phase === 'tls' ? 'tls' : 'unreachable'
}
