import { nameFailure } from '../imap/name-failure'
import type { MailServer } from '../mail-server'
import { MailServerError } from '../mail-server'
import type { Dialogue } from './dialogue'
import { parseReply } from './parse-reply'
import { reachedBody, type SmtpPhase, type SubmissionOutcome, type SubmissionResult } from './submission'

type Decision = Omit<SubmissionResult, 'recipients' | 'closed'>

/** What is read of an error of nodemailer, the TLS layer or the socket. */
type Failure = {
  code?: string
  message?: string
  response?: unknown
  command?: string
  originalCode?: string
}

/** 530 authentication required, 534 mechanism too weak, 535 credentials invalid, 538 encryption required (RFC 4954). */
const SIGN_IN_CODES = new Set([530, 534, 535, 538])

const PHASE_OF_COMMAND: Record<string, SmtpPhase> = { 'MAIL FROM': 'mail', 'RCPT TO': 'rcpt' }

/** Refusals of our own, before the server could, that trying again cannot mend. */
const HOPELESS = new Set(['too-large', 'no-smtputf8'])

/** What an attempt that ended with `error` means, from how far the dialogue had come. Pure. */
export function classify(error: unknown, dialogue: Dialogue, server: MailServer): Decision {
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure
  const reply = typeof failure.response === 'string' ? parseReply(dialogue.clean(failure.response)) : null
  // A pipelined envelope is decided only when DATA is answered: the error knows better whose fault it was.
  const phase = PHASE_OF_COMMAND[failure.command ?? ''] ?? dialogue.phase
  if (reply && reply.code >= 400) return fromReply(reply, phase, dialogue)
  const named = nameOf(error, failure, dialogue, server)
  const outcome = reachedBody(phase) ? 'unknown' : HOPELESS.has(named.code) ? 'rejected' : 'failed'
  return { outcome, phase, code: named.code, reply: null, text: dialogue.clean(named.text) }
}

function fromReply(reply: NonNullable<Decision['reply']>, phase: SmtpPhase, dialogue: Dialogue): Decision {
  const decide = (outcome: SubmissionOutcome, code: string) => ({ outcome, phase, code, reply, text: '' })
  if (phase === 'tls') {
    const isOffered = /[ -]STARTTLS\b/i.test(dialogue.extensions)
    return decide('failed', isOffered ? 'starttls-refused' : 'starttls-missing')
  }
  if (SIGN_IN_CODES.has(reply.code) || (phase === 'auth' && reply.code >= 500)) {
    return decide('refused-sign-in', reply.code === 535 ? 'refused-password' : 'refused-sign-in')
  }
  if (/too many (connections|concurrent)|maximum number of connections/i.test(reply.text)) {
    return decide('deferred', 'too-many-connections')
  }
  // A refusal before MAIL FROM is about the server, not about this message: it may pass.
  const isAboutServer = phase === 'greeting' || phase === 'ehlo'
  const someMayPass = [...dialogue.recipients.values()].some((r) => r.reply.code < 500)
  const isTemporary = reply.code < 500 || isAboutServer || (phase === 'rcpt' && someMayPass)
  return decide(isTemporary ? 'deferred' : 'rejected', reply.code === 421 ? 'closing' : 'reply')
}

function nameOf(
  error: unknown,
  failure: Failure,
  { phase }: Dialogue,
  server: MailServer,
): { code: string; text: string } {
  const words = failure.message ?? ''
  if (error instanceof MailServerError) return { code: error.code, text: error.serverText }
  if (phase === 'tls') return { code: tlsCode(words), text: words }
  if (failure.command === 'API' && failure.code === 'ESTREAM') return { code: 'local', text: words }
  if (failure.code === 'EMESSAGE') return { code: 'too-large', text: words }
  if (failure.code === 'EPROTOCOL') return { code: 'protocol', text: words }
  if (failure.code === 'ECONNECTION') return { code: 'closed', text: words }
  const network = { ...failure, code: failure.originalCode ?? failure.code }
  const named = nameFailure(network, 'command', server.endpoint)
  return { code: named.code, text: named.serverText }
}

/** nodemailer keeps only the words of a failed handshake. */
function tlsCode(words: string): string {
  if (/altnames|does not match/i.test(words)) return 'name-mismatch'
  if (/expired|not yet valid/i.test(words)) return 'expired'
  if (/certificate|unable to verify/i.test(words)) return 'untrusted'
  if (/injected/.test(words)) return 'protocol'
  return /closed|reset|disconnected/i.test(words) ? 'closed' : 'protocol'
}
