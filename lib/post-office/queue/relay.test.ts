import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backOff, GIVE_UP_AFTER_MS } from './back-off'
import { Relay } from './relay'
import { Spool } from './spool'

let directory: string
let now: Date

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'relay-'))
  now = new Date('2026-01-01T00:00:00Z')
})

afterEach(() => rmSync(directory, { recursive: true }))

/** Works the queue once, with nobody at the next hop. */
async function work(spool: Spool): Promise<void> {
  const nextHop = (domain: string) =>
    domain === 'b.localhost' ? { host: '127.0.0.1', port: 1, lmtp: false } : null
  const relay = new Relay({ server: 'a.localhost', spool, nextHop, clock: () => now })
  relay.wake()
  await relay.stop()
}

test('waits longer after each attempt, up to a limit', () => {
  expect([1, 2, 3, 4, 5, 50].map(backOff)).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000])
})

test('mail for a server that is down stays, with the attempt and the next one on the disk', async () => {
  new Spool(directory).add(
    { from: 'x@a.localhost', to: ['y@b.localhost'] },
    Buffer.from('Subject: s\r\n\r\n'),
    now,
  )
  await work(new Spool(directory))
  const [mail] = new Spool(directory).list()
  expect(mail).toMatchObject({ attempts: 1, nextAttemptAt: now.getTime() + 1000, to: ['y@b.localhost'] })
})

test('after two days the sender gets a report with the header of his message', async () => {
  const spool = new Spool(directory)
  spool.add({ from: 'x@a.localhost', to: ['y@b.localhost'] }, Buffer.from('Subject: s\r\n\r\nsecret'), now)
  now = new Date(now.getTime() + GIVE_UP_AFTER_MS + 1)
  await work(spool)
  const [report, ...others] = spool.list()
  expect(others).toEqual([])
  expect(report).toMatchObject({ from: '', to: ['x@a.localhost'] })
  const text = spool.readRaw(report?.id ?? '').toString()
  expect(text).toContain('Final-Recipient: rfc822; y@b.localhost')
  expect(text).toContain('Subject: s')
  expect(text).not.toContain('secret')
})

test('a report that cannot be delivered is dropped, never reported again', async () => {
  const spool = new Spool(directory)
  spool.add({ from: '', to: ['x@nowhere.example'] }, Buffer.from('\r\n'), now)
  await work(spool)
  expect(spool.list()).toEqual([])
})

test('bytes without an envelope are no mail, and are cleaned away', () => {
  writeFileSync(path.join(directory, '1.eml'), 'x')
  writeFileSync(path.join(directory, '2.json.tmp'), 'x')
  expect(new Spool(directory).list()).toEqual([])
})
