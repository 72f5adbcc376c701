// What tests of the outbox need: a database, a person with a mailbox, messages in the queue, and time that can be
// moved instead of waited for.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Outgoing } from '../../lib/contract/outbox'
import { db } from '../../lib/db/client'
import { createMailbox } from '../../lib/domain/mailboxes/create-mailbox'
import { enqueueOutgoing } from '../../lib/domain/outbox/enqueue-outgoing'
import { openOutgoing } from '../../lib/domain/outbox/open-outgoing'
import { createUser } from '../../lib/domain/users/create-user'
import { newId } from '../../lib/platform/ids'
import type { SubmitTimeouts } from '../../lib/protocols/smtp/submission'
import { createTestDatabase, type TestDatabase } from '../database'

export const QUICK: SubmitTimeouts = { connect: 2_000, greeting: 1_000, command: 1_500, final: 1_500 }

export type Sender = { userId: string; mailboxId: string; address: string }

export type Queued = { id: string; messageId: string }

export async function openLab(): Promise<TestDatabase> {
  process.env.APP_SECRET ??= randomUUID() + randomUUID()
  return createTestDatabase()
}

/** A person with one mailbox on the given servers. */
export async function makeSender(servers: {
  address: string
  password: string
  imapUrl: string
  smtpUrl: string
  ca: string
}): Promise<Sender> {
  const userId = await createUser({ email: `${randomUUID()}@people.test` })
  const mailboxId = await createMailbox({ ownerId: userId, ...servers })
  return { userId, mailboxId, address: servers.address }
}

export type QueueOptions = {
  to?: string[]
  bcc?: string[]
  subject?: string
  holdMs?: number
  key?: string
  fingerprint?: string
  bodyBytes?: number
}

/** Puts one message into the queue, as the composer does. */
export async function queue(sender: Sender, options: QueueOptions = {}): Promise<Queued> {
  const messageId = `${randomUUID()}@alice.test`
  const { to = ['bob@bob.test'], bcc = [], subject = `subject ${messageId}` } = options
  const head = `From: ${sender.address}\r\nTo: ${to.join(', ')}\r\nSubject: ${subject}\r\nMessage-ID: <${messageId}>\r\n`
  const body = `${'x'.repeat(70)}\r\n`.repeat(Math.ceil((options.bodyBytes ?? 70) / 72))
  const { id } = await enqueueOutgoing({
    id: newId(),
    userId: sender.userId,
    mailboxId: sender.mailboxId,
    idempotencyKey: options.key ?? randomUUID(),
    fingerprint: options.fingerprint ?? 'same',
    subject,
    messageId,
    envelopeFrom: sender.address,
    relatedId: null,
    relation: null,
    composed: {},
    holdMs: options.holdMs ?? 0,
    sendAt: null,
    raw: [Buffer.from(`${head}\r\n${body}`)],
    recipients: [
      ...to.map((address) => ({ kind: 'to' as const, name: '', address })),
      ...bcc.map((address) => ({ kind: 'bcc' as const, name: '', address })),
    ],
  })
  return { id, messageId }
}

/** Waits until the message is as wanted; throws after `ms` with what it was. */
export async function until(
  sender: Sender,
  id: string,
  wanted: (item: Outgoing) => boolean,
  ms = 15_000,
): Promise<Outgoing> {
  const deadline = Date.now() + ms
  for (;;) {
    const item = await openOutgoing(sender.userId, id)
    if (wanted(item)) return item
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(item, null, 1)}`)
    await wait(20)
  }
}

export const untilState = (sender: Sender, id: string, ...states: Outgoing['state'][]) =>
  until(sender, id, (item) => states.includes(item.state))

/** Lets `seconds` pass for every time stored with outgoing messages and pauses. */
export async function letTimePass(seconds: number): Promise<void> {
  await db().$executeRaw`UPDATE "Outgoing" SET
    "holdUntil" = "holdUntil" - ${seconds} * interval '1 second',
    "nextAttemptAt" = "nextAttemptAt" - ${seconds} * interval '1 second',
    "leasedUntil" = "leasedUntil" - ${seconds} * interval '1 second',
    "fileNextAt" = "fileNextAt" - ${seconds} * interval '1 second',
    "updatedAt" = "updatedAt" - ${seconds} * interval '1 second'`
  await db()
    .$executeRaw`UPDATE "OutgoingAttempt" SET "startedAt" = "startedAt" - ${seconds} * interval '1 second'`
  await db().$executeRaw`UPDATE "Mailbox"
    SET "sendPausedUntil" = "sendPausedUntil" - ${seconds} * interval '1 second' WHERE "sendPausedUntil" < '9000-01-01'`
  await db().$executeRaw`SELECT pg_notify('posthorn_outbox', '')`
}

/** Seconds from now to the next attempt. */
export const secondsToNext = (item: Outgoing) => (Date.parse(item.nextAttemptAt ?? '') - Date.now()) / 1000
