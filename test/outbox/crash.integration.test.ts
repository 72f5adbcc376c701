import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '../../lib/db/client'
import type { CrashPoint } from '../../lib/domain/outbox/crash-point'
import { openOutgoing } from '../../lib/domain/outbox/open-outgoing'
import { closeIdleSessions } from '../../lib/protocols/imap/session-pool'
import { startFileSent } from '../../worker/file-sent'
import { startSendOutgoing } from '../../worker/send-outgoing'
import type { Running } from '../../worker/wake-loop'
import type { TestDatabase } from '../database'
import { type MailDomain, startMailDomain } from '../servers/mail-domain'
import { type ScriptedSmtp, startScriptedSmtp } from '../servers/scripted-smtp'
import { letTimePass, makeSender, openLab, QUICK, queue, type Sender, until } from './outbox-lab'

let database: TestDatabase
let domain: MailDomain
let smtp: ScriptedSmtp
let alice: Sender
let running: Running[] = []
let child: ChildProcess | undefined

/** Bundled once, as the product's worker is: each start then takes a second less. */
const BUNDLE = 'node_modules/.cache/posthorn/outbox-process.mjs'

beforeAll(async () => {
  await build({
    entryPoints: ['test/outbox/outbox-process.ts'],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  domain = await startMailDomain({ name: 'alice', withPostfix: false })
  database = await openLab()
})
beforeEach(async () => {
  smtp = await startScriptedSmtp({ tls: 'implicit', certificate: domain.certificate })
  const urls = { imapUrl: domain.imapsUrl, smtpUrl: smtp.url, ca: domain.ca }
  alice = await makeSender({ address: 'alice@alice.test', password: 'alice-pw', ...urls })
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await Promise.all(running.splice(0).map((loop) => loop.stop()))
  await smtp.stop()
  await db().$executeRaw`DELETE FROM "Outgoing"`
})
afterAll(async () => {
  await closeIdleSessions()
  await database.drop()
  await domain.stop()
})

/** Starts a worker that kills itself (-9) at `point`, and waits for its death. */
async function workUntilDeath(point: CrashPoint): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, POSTHORN_CRASH_AT: point, LOG_LEVEL: 'silent' }
  child = spawn(process.execPath, [BUNDLE], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

async function copiesInSent(messageId: string): Promise<number> {
  const client = await domain.imap('alice')
  await client.mailboxOpen('Sent')
  const found = await client.search({ header: { 'message-id': messageId } }, { uid: true })
  await client.logout()
  return found ? found.length : 0
}

const cases: [CrashPoint, 'filed' | 'unknown'][] = [
  ['leased', 'filed'],
  ['connected', 'filed'],
  ['354-seen', 'filed'],
  ['body-committed', 'unknown'],
  ['mid-body', 'unknown'],
  ['250-read', 'unknown'],
  ['accepted-committed', 'filed'],
  ['append-sent', 'filed'],
]

test.each(cases)(
  'a worker killed at "%s" leaves the message %s: nothing lost, nothing twice',
  async (point, end) => {
    const { id, messageId } = await queue(alice, { bodyBytes: 400_000 })
    await workUntilDeath(point)
    await letTimePass(60)
    running = [startSendOutgoing({ timeouts: QUICK }), startFileSent()]
    const item = await until(alice, id, (i) => i.state === end)
    const taken = smtp.countOf(`<${messageId}>`)
    if (end === 'filed') {
      expect(taken).toBe(1)
      expect(await copiesInSent(messageId)).toBe(1)
    } else {
      expect(taken).toBe(point === '250-read' ? 1 : 0)
      expect(item.attempts).toMatchObject([{ outcome: 'unknown', phase: 'body' }])
      for (let day = 0; day < 3; day += 1) await letTimePass(86_400)
      expect((await openOutgoing(alice.userId, id)).state).toBe('unknown')
      expect(smtp.countOf(`<${messageId}>`)).toBe(taken)
    }
  },
)
