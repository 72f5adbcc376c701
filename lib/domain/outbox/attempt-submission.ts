import { log } from '../../platform/log'
import type { MailServer } from '../../protocols/mail-server'
import type {
  SmtpPhase,
  SubmissionResult,
  SubmitTimeouts,
  TranscriptLine,
} from '../../protocols/smtp/submission'
import { submit } from '../../protocols/smtp/submit'
import { smtpServerOf } from '../mailboxes/mail-servers'
import { transcriptOf } from './attempt-transcript'
import { commitBody, type Lease, renewLease } from './claim.store'
import { LEASE_MS } from './claim-outgoing'
import { crashPoint } from './crash-point'
import { isOpen } from './next-state'
import { findChunk, findOutgoing, saveTranscript, type WholeOutgoing } from './outgoing.store'
import { insistOnRecording } from './record-result'

/**
 * Makes the attempt that the lease stands for and records how it ended. The bytes are the stored ones, the
 * envelope names the open recipients only. Ends early, without another byte, when the lease is lost.
 */
export async function attemptSubmission(lease: Lease, timeouts?: SubmitTimeouts): Promise<void> {
  crashPoint('leased')
  const heart = keepAlive(lease)
  try {
    const outgoing = await findOutgoing(lease.id)
    if (outgoing) await attempt(outgoing, lease, timeouts)
  } finally {
    clearInterval(heart)
  }
}

async function attempt(outgoing: WholeOutgoing, lease: Lease, timeouts?: SubmitTimeouts): Promise<void> {
  const lines: TranscriptLine[] = []
  const server = await serverFor(outgoing)
  const result = server ? await dial(server, outgoing, lease, lines, timeouts) : NO_SERVER
  if (result.outcome === 'accepted') crashPoint('250-read')
  await insistOnRecording(lease, result, server?.endpoint ?? null, lines)
  if (result.outcome === 'accepted') crashPoint('accepted-committed')
  const length = lines.length
  await result.closed
  if (lines.length > length) await saveTranscript(lease.id, lease.attemptNo, transcriptOf(lines))
}

const NO_SERVER: SubmissionResult = {
  outcome: 'failed',
  phase: 'name-look-up',
  code: 'no-server',
  reply: null,
  text: 'The mailbox has no usable server or password.',
  recipients: new Map(),
  closed: Promise.resolve(),
}

/** Null when the mailbox is gone or its password cannot be opened: as good as a server that does not answer. */
async function serverFor({ id, mailboxId }: WholeOutgoing): Promise<MailServer | null> {
  try {
    return await smtpServerOf(mailboxId)
  } catch (error) {
    log.warn({ err: error, outgoingId: id }, 'no server to send with')
    return null
  }
}

function dial(
  server: MailServer,
  outgoing: WholeOutgoing,
  lease: Lease,
  lines: TranscriptLine[],
  timeouts: SubmitTimeouts | undefined,
): Promise<SubmissionResult> {
  const to = outgoing.recipients.filter(isOpen).map((recipient) => recipient.address)
  const onPhase = async (phase: SmtpPhase) => {
    if (phase === 'ehlo') crashPoint('connected')
    if (phase === 'body') await enterBody(lease)
  }
  const hooks = { onPhase, onLine: (line: TranscriptLine) => void lines.push(line) }
  const envelope = { from: outgoing.envelopeFrom, to }
  return submit(server, envelope, storedBytes(lease), outgoing.size, hooks, timeouts)
}

async function enterBody(lease: Lease): Promise<void> {
  crashPoint('354-seen')
  if (!(await commitBody(lease, LEASE_MS))) throw new Error('the lease was lost')
  crashPoint('body-committed')
}

/** Piece by piece; a worker that was overtaken meanwhile stops before the final dot. */
async function* storedBytes(lease: Lease): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += 1) {
    const bytes = await findChunk(lease.id, position)
    if (!bytes) return
    if (!(await renewLease(lease, LEASE_MS))) throw new Error('the lease was lost')
    yield bytes.subarray(0, bytes.length >> 1)
    crashPoint('mid-body')
    yield bytes.subarray(bytes.length >> 1)
  }
}

function keepAlive(lease: Lease): NodeJS.Timeout {
  // A lease that cannot be renewed is noticed where it matters: before and in the body, and at the end.
  return setInterval(() => void renewLease(lease, LEASE_MS).catch(() => undefined), LEASE_MS / 3)
}
