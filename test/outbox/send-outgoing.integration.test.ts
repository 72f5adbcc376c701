import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../../lib/db/client'
import { ensureMailboxAtSignIn } from '../../lib/domain/mailboxes/ensure-mailbox'
import { attemptSubmission } from '../../lib/domain/outbox/attempt-submission'
import { cancelOutgoing } from '../../lib/domain/outbox/cancel-outgoing'
import { claimOutgoing } from '../../lib/domain/outbox/claim-outgoing'
import { listOutgoing } from '../../lib/domain/outbox/list-outgoing'
import { markOutgoingSent } from '../../lib/domain/outbox/mark-outgoing-sent'
import { openOutgoing } from '../../lib/domain/outbox/open-outgoing'
import { recoverCrashed } from '../../lib/domain/outbox/recover-crashed'
import { retryOutgoing } from '../../lib/domain/outbox/retry-outgoing'
import { closeIdleSessions } from '../../lib/protocols/imap/session-pool'
import { startFileSent } from '../../worker/file-sent'
import { startSendOutgoing } from '../../worker/send-outgoing'
import type { Running } from '../../worker/wake-loop'
import type { TestDatabase } from '../database'
import { type MailDomain, startMailDomain } from '../servers/mail-domain'
import { type Script, type ScriptedSmtp, startScriptedSmtp } from '../servers/scripted-smtp'
import {
  letTimePass,
  makeSender,
  openLab,
  QUICK,
  queue,
  type Sender,
  secondsToNext,
  until,
  untilState,
} from './outbox-lab'

let database: TestDatabase
let domain: MailDomain
let smtp: ScriptedSmtp
let alice: Sender
const running: Running[] = []

beforeAll(async () => {
  domain = await startMailDomain({ name: 'alice', withPostfix: false })
  database = await openLab()
})
beforeEach(async () => {
  smtp = await startScriptedSmtp({ tls: 'implicit', certificate: domain.certificate })
  alice = await senderAt(smtp.url)
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((loop) => loop.stop()))
  await smtp.stop()
  await db().$executeRaw`DELETE FROM "Outgoing"`
})
afterAll(async () => {
  await closeIdleSessions()
  await database.drop()
  await domain.stop()
})

const senderAt = (smtpUrl: string) =>
  makeSender({
    address: 'alice@alice.test',
    password: 'alice-pw',
    imapUrl: domain.imapsUrl,
    smtpUrl,
    ca: domain.ca,
  })

function start(script: Script = {}): void {
  Object.assign(smtp.script, script)
  running.push(startSendOutgoing({ timeouts: QUICK }))
}

async function copiesInSent(messageId: string): Promise<number> {
  const client = await domain.imap('alice')
  await client.mailboxOpen('Sent')
  const found = await client.search({ header: { 'message-id': messageId } }, { uid: true })
  await client.logout()
  return found ? found.length : 0
}

describe('a message that is accepted', () => {
  test('is filed in Sent, read, and seen there by a second client; Bcc only in the envelope', async () => {
    start()
    running.push(startFileSent())
    const { id, messageId } = await queue(alice, { bcc: ['secret@bob.test'] })
    const item = await untilState(alice, id, 'filed')
    expect(item).toMatchObject({ filing: 'filed', error: null, nextAttemptAt: null })
    expect(item.attempts).toMatchObject([{ number: 1, phase: 'done', outcome: 'accepted', error: null }])
    expect(smtp.accepted[0]?.to).toEqual(['bob@bob.test', 'secret@bob.test'])
    expect(smtp.accepted[0]?.raw.toString()).not.toContain('secret@bob.test')
    expect(JSON.stringify(item)).not.toMatch(/alice-pw|YWxpY2UtcHc|AGFsaWNl/)
    const client = await domain.imap('alice')
    await client.mailboxOpen('Sent')
    const copy = await client.fetchOne('*', { flags: true, envelope: true })
    expect(copy).toMatchObject({ envelope: { messageId: `<${messageId}>` }, flags: new Set(['\\Seen']) })
    await client.logout()
  })

  test('keeps the farewell in its transcript', async () => {
    start()
    const { id } = await queue(alice)
    const lines = (item: Awaited<ReturnType<typeof untilState>>) =>
      item.attempts[0]?.transcript.map((line) => line.line) ?? []
    const item = await until(alice, id, (i) => lines(i).includes('221 2.0.0 bye'))
    expect(lines(item)).toEqual(expect.arrayContaining(['AUTH PLAIN ****', 'QUIT']))
  })

  test('is not held up by a copy that cannot be filed: that is shown and tried again alone', async () => {
    start()
    const { id, messageId } = await queue(alice)
    await untilState(alice, id, 'accepted')
    await domain.stopDovecot()
    running.push(startFileSent())
    const failed = await until(alice, id, (item) => item.filing === 'failed')
    expect(failed).toMatchObject({ state: 'accepted', fileError: expect.stringContaining('connect') })
    await domain.startDovecot()
    await letTimePass(40)
    await untilState(alice, id, 'filed')
    expect(await copiesInSent(messageId)).toBe(1)
    expect(smtp.countOf(`<${messageId}>`)).toBe(1)
  })

  test('is not filed twice where the server files by itself', async () => {
    start()
    const { id, messageId } = await queue(alice)
    await untilState(alice, id, 'accepted')
    const client = await domain.imap('alice')
    await client.append('Sent', `Message-ID: <${messageId}>\r\n\r\nfiled by the server\r\n`)
    await client.logout()
    running.push(startFileSent())
    await untilState(alice, id, 'filed')
    expect(await copiesInSent(messageId)).toBe(1)
  })
})

describe('refusals', () => {
  test('one of three recipients: the others have it, and who was refused is named', async () => {
    start({ rcpt: (command) => (command.includes('eve@') ? '550 5.1.1 no such user' : undefined) })
    const { id } = await queue(alice, { to: ['bob@bob.test', 'eve@bob.test', 'dan@bob.test'] })
    const item = await untilState(alice, id, 'accepted')
    expect(item.recipients.map((r) => [r.address, r.state, r.reply?.code])).toEqual([
      ['bob@bob.test', 'accepted', 250],
      ['eve@bob.test', 'rejected', 550],
      ['dan@bob.test', 'accepted', 250],
    ])
  })

  test('4xx at one recipient: only that one is tried again', async () => {
    start({ rcpt: (command) => (command.includes('eve@') ? '450 4.2.0 greylisted' : undefined) })
    const { id, messageId } = await queue(alice, { to: ['bob@bob.test', 'eve@bob.test'] })
    await untilState(alice, id, 'waiting')
    smtp.script.rcpt = undefined
    await letTimePass(40)
    await untilState(alice, id, 'accepted')
    expect(smtp.accepted.map((message) => message.to)).toEqual([['bob@bob.test'], ['eve@bob.test']])
    expect(smtp.countOf(`<${messageId}>`)).toBe(2)
  })

  test('4xx: tried again after 30 s, 1, 2 minutes, with the same bytes', async () => {
    start({ dot: '451 4.3.0 try later' })
    const { id } = await queue(alice)
    for (const [at, pause] of [30, 60, 120].entries()) {
      const item = await until(alice, id, (i) => i.state === 'waiting' && i.attempts.length === at + 1)
      expect(secondsToNext(item)).toBeGreaterThan(pause * 0.9 - 3)
      expect(secondsToNext(item)).toBeLessThan(pause * 1.1)
      expect(item.error).toMatchObject({ step: 'command', message: '451 4.3.0 try later' })
      await letTimePass(pause * 1.1)
    }
    smtp.script.dot = undefined
    await letTimePass(400)
    const sent = await untilState(alice, id, 'accepted')
    const stored = await db().outgoing.findUniqueOrThrow({ where: { id: sent.id } })
    expect(smtp.accepted.at(-1)?.sha256).toBe(stored.sha256)
  })

  test.each([
    ['at RCPT', { rcpt: '550 5.1.1 no such user' }],
    ['after the dot', { dot: '554 5.7.1 not wanted' }],
  ])('5xx %s: never tried again', async (_, script) => {
    start(script)
    const { id } = await queue(alice)
    const item = await untilState(alice, id, 'rejected')
    expect(item).toMatchObject({ nextAttemptAt: null, error: { step: 'command' } })
    await letTimePass(100_000)
    await vi.waitFor(async () => expect(await claimOutgoing('nobody')).toBeNull())
    expect(smtp.sessions).toHaveLength(1)
  })

  test('after 48 hours a message is given up', async () => {
    start({ rcpt: '450 4.2.0 greylisted' })
    const { id } = await queue(alice)
    await untilState(alice, id, 'waiting')
    await letTimePass(48 * 3600)
    const item = await untilState(alice, id, 'given-up')
    expect(item.recipients[0]).toMatchObject({ state: 'given-up', reply: { code: 450 } })
  })

  test('421 pauses the mailbox, not only the message', async () => {
    start({ greeting: '421 4.7.0 too many connections' })
    const first = await queue(alice)
    await untilState(alice, first.id, 'waiting')
    smtp.script.greeting = undefined
    const second = await queue(alice)
    await letTimePass(20)
    expect((await openOutgoing(alice.userId, second.id)).attempts).toEqual([])
    await letTimePass(50)
    await untilState(alice, second.id, 'accepted')
    await untilState(alice, first.id, 'accepted')
  })

  test('a refused sign-in stops the account after one try, until there is a new password', async () => {
    start({ auth: '535 5.7.8 wrong password' })
    const bob = await senderAt(smtp.url)
    const first = await queue(alice)
    await untilState(alice, first.id, 'waiting')
    const second = await queue(alice)
    await letTimePass(7200)
    await until(alice, first.id, (i) => i.error?.step === 'sign-in' && i.nextAttemptAt === null)
    expect((await openOutgoing(alice.userId, second.id)).attempts).toEqual([])
    expect(smtp.sessions).toHaveLength(1)
    smtp.script.auth = undefined
    const other = await queue(bob)
    await untilState(bob, other.id, 'accepted')
    await ensureMailboxAtSignIn({ userId: alice.userId, address: alice.address, password: 'new-password' })
    await untilState(alice, first.id, 'accepted')
    await untilState(alice, second.id, 'accepted')
  })
})

describe('what nobody knows', () => {
  test.each(['drop-accepted', 'hang-accepted', 'drop'])('%s after the dot: never sent again', async (dot) => {
    start({ dot })
    const { id } = await queue(alice)
    const item = await untilState(alice, id, 'unknown')
    expect(item).toMatchObject({ nextAttemptAt: null, recipients: [{ state: 'unknown' }] })
    expect(item.attempts).toMatchObject([{ phase: 'final', outcome: 'unknown' }])
    smtp.script.dot = undefined
    for (let day = 0; day < 3; day += 1) await letTimePass(86_400)
    expect(await claimOutgoing('nobody')).toBeNull()
    expect((await openOutgoing(alice.userId, id)).state).toBe('unknown')
    expect(smtp.sessions).toHaveLength(1)
  })

  test('drop in the body: unknown; Send again sends once', async () => {
    start({ dropAfterBodyBytes: 50_000 })
    const { id, messageId } = await queue(alice, { bodyBytes: 3_000_000 })
    await untilState(alice, id, 'unknown')
    smtp.script.dropAfterBodyBytes = undefined
    await retryOutgoing(alice.userId, id)
    await untilState(alice, id, 'accepted')
    expect(smtp.countOf(`<${messageId}>`)).toBe(1)
  })

  test('a copy in Sent proves that the server took it', async () => {
    start({ dot: 'drop-accepted' })
    const { id, messageId } = await queue(alice)
    await untilState(alice, id, 'unknown')
    const client = await domain.imap('alice')
    await client.append('Sent', `Message-ID: <${messageId}>\r\n\r\nfiled by the server\r\n`)
    await client.logout()
    await db().folder.create({
      data: { id: crypto.randomUUID(), mailboxId: alice.mailboxId, path: 'Sent', name: 'Sent', role: 'sent' },
    })
    await letTimePass(10)
    expect(await untilState(alice, id, 'filed')).toMatchObject({ recipients: [{ state: 'accepted' }] })
  })

  test('Mark as sent files the copy', async () => {
    start({ dot: 'drop-accepted' })
    const { id, messageId } = await queue(alice)
    await untilState(alice, id, 'unknown')
    await markOutgoingSent(alice.userId, id)
    running.push(startFileSent())
    await untilState(alice, id, 'filed')
    expect(await copiesInSent(messageId)).toBe(1)
    await expect(markOutgoingSent(alice.userId, id)).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('broken connections', () => {
  test('refused: waits with the failing step and the next try, then goes out by itself', async () => {
    await smtp.stop()
    start()
    const { id } = await queue(alice)
    const item = await untilState(alice, id, 'waiting')
    expect(item).toMatchObject({
      error: { step: 'connect', code: 'refused', server: `smtp 127.0.0.1:${smtp.port}` },
      attempts: [{ phase: 'connect', outcome: 'unreachable' }],
    })
    expect(secondsToNext(item)).toBeGreaterThan(20)
    smtp = await startScriptedSmtp({ tls: 'implicit', certificate: domain.certificate, port: smtp.port })
    await letTimePass(40)
    expect(await untilState(alice, id, 'accepted')).toMatchObject({ error: null })
  })

  test('STARTTLS taken away: named, waiting, not one credential in clear text', async () => {
    const stripped = await startScriptedSmtp({ tls: 'starttls', hideStarttls: true }, { starttls: '502 no' })
    const sender = await senderAt(stripped.url)
    start()
    const { id } = await queue(sender)
    const item = await untilState(sender, id, 'waiting')
    expect(item).toMatchObject({
      error: { step: 'tls', code: 'starttls-missing' },
      attempts: [{ outcome: 'tls', phase: 'tls' }],
    })
    expect(stripped.clearText()).not.toMatch(/AUTH|alice/)
    await stripped.stop()
  })

  test('a sick server holds up nobody else', async () => {
    const sick = await startScriptedSmtp(
      { tls: 'implicit', certificate: domain.certificate },
      { greeting: 'hang' },
    )
    const ill = await senderAt(sick.url)
    for (let at = 0; at < 30; at += 1) await queue(ill)
    start()
    await vi.waitFor(() => expect(sick.sessions.length).toBeGreaterThan(0))
    const began = Date.now()
    const { id } = await queue(alice)
    await untilState(alice, id, 'accepted')
    expect(Date.now() - began).toBeLessThan(2_000)
    await sick.stop()
  })
})

describe('several workers', () => {
  test('200 messages, two workers: each is sent once', { timeout: 60_000 }, async () => {
    const plain = await startScriptedSmtp({ tls: 'none' })
    const senders = await Promise.all(Array.from({ length: 4 }, () => senderAt(plain.url)))
    for (let at = 0; at < 200; at += 1) await queue(senders[at % 4] ?? alice)
    start()
    start()
    await vi.waitFor(() => expect(plain.accepted.length).toBeGreaterThanOrEqual(200), 50_000)
    expect(new Set(plain.accepted.map((m) => m.messageId)).size).toBe(200)
    expect(plain.accepted).toHaveLength(200)
    await vi.waitFor(async () =>
      expect(await db().outgoing.count({ where: { state: 'accepted' } })).toBe(200),
    )
    await plain.stop()
  })

  test('stops within three seconds, also while a server keeps it waiting', async () => {
    start({ dot: 'hang' })
    const { id } = await queue(alice)
    await vi.waitFor(() => expect(smtp.sessions.flat()).toContain('DATA'))
    const began = Date.now()
    await Promise.all(running.splice(0).map((loop) => loop.stop()))
    expect(Date.now() - began).toBeLessThan(3_000)
    await untilState(alice, id, 'unknown')
  })

  test('a worker that slept over its lease sends nothing and writes nothing', async () => {
    const { id } = await queue(alice)
    const lease = await claimOutgoing('sleeper')
    expect(lease?.id).toBe(id)
    await letTimePass(60)
    expect(await recoverCrashed()).toBe(1)
    const taken = await claimOutgoing('other')
    expect(taken).toMatchObject({ id, attemptNo: 2 })
    if (lease) await attemptSubmission(lease, QUICK)
    expect(smtp.accepted).toEqual([])
    const item = await openOutgoing(alice.userId, id)
    expect(item.attempts.map((a) => a.outcome)).toEqual(['crashed', null])
    if (taken) await attemptSubmission(taken, QUICK)
    expect((await openOutgoing(alice.userId, id)).state).toBe('accepted')
    expect(smtp.accepted).toHaveLength(1)
  })
})

describe('the person decides', () => {
  test('undo while held: never sent', async () => {
    const { id } = await queue(alice, { holdMs: 15_000 })
    expect((await openOutgoing(alice.userId, id)).state).toBe('held')
    await cancelOutgoing(alice.userId, id)
    start()
    await letTimePass(60)
    const next = await queue(alice)
    await untilState(alice, next.id, 'accepted')
    expect(smtp.accepted).toHaveLength(1)
    expect(await openOutgoing(alice.userId, id)).toMatchObject({
      state: 'cancelled',
      recipients: [{ state: 'cancelled' }],
    })
  })

  test('a held message goes out when its time has come, not before', async () => {
    start()
    const { id } = await queue(alice, { holdMs: 600 })
    const item = await untilState(alice, id, 'accepted')
    expect(Date.parse(item.attempts[0]?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(item.holdUntil))
  })

  test('cancel: 409 with the reason while it is sent, and after', async () => {
    start({ dot: 'hang' })
    const { id } = await queue(alice)
    await untilState(alice, id, 'sending')
    const late = { kind: 'conflict', message: 'It is being sent right now.' }
    await expect(cancelOutgoing(alice.userId, id)).rejects.toMatchObject(late)
    await expect(retryOutgoing(alice.userId, id)).rejects.toMatchObject(late)
    await untilState(alice, id, 'unknown')
    await expect(cancelOutgoing(alice.userId, id)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('undo and the worker race: cancelled and never sent, or too late, never both', async () => {
    start()
    for (let at = 0; at < 12; at += 1) {
      const { id, messageId } = await queue(alice, { holdMs: 100 })
      await new Promise((resolve) => setTimeout(resolve, 80 + at * 5))
      const undone = await cancelOutgoing(alice.userId, id).then(
        () => true,
        () => false,
      )
      await untilState(alice, id, 'accepted', 'cancelled')
      expect(smtp.countOf(`<${messageId}>`)).toBe(undone ? 0 : 1)
    }
  })

  test('others see nothing of it', async () => {
    const eve = await senderAt(smtp.url)
    const { id } = await queue(alice, { holdMs: 60_000 })
    for (const verb of [openOutgoing, cancelOutgoing, retryOutgoing, markOutgoingSent])
      await expect(verb(eve.userId, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect((await listOutgoing(eve.userId, { limit: 50 })).items).toEqual([])
  })

  test('the list is paged, newest first', async () => {
    const ids = []
    for (let at = 0; at < 5; at += 1) ids.push((await queue(alice, { holdMs: 60_000 })).id)
    const first = await listOutgoing(alice.userId, { limit: 3 })
    const rest = await listOutgoing(alice.userId, { limit: 3, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...rest.items].map((item) => item.id)).toEqual(ids.reverse())
    expect(rest.nextCursor).toBeNull()
  })
})

describe('the idempotency key', () => {
  test('ten at once make one message; another content under it is refused', async () => {
    const same = { key: 'k', fingerprint: 'f', holdMs: 60_000 }
    const answers = await Promise.all(Array.from({ length: 10 }, () => queue(alice, same)))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await db().outgoing.count()).toBe(1)
    await expect(queue(alice, { ...same, fingerprint: 'g' })).rejects.toMatchObject({ kind: 'conflict' })
    const eve = await senderAt(smtp.url)
    expect((await queue(eve, same)).id).not.toBe(answers[0]?.id)
  })
})
