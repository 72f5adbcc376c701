import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { ImapFlow } from 'imapflow'
import nodemailer from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type PostOffice, startPostOffice } from './post-office'

const ALICE = 'alice@alice.localhost'
const BOB = 'bob@bob.localhost'

let directory: string
let office: PostOffice
const clients: ImapFlow[] = []

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'post-office-'))
  office = await startPostOffice({ directory, withSampleMail: false })
})

afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await office.close()
  rmSync(directory, { recursive: true })
})

async function reopen(): Promise<void> {
  await office.close()
  office = await startPostOffice({ directory, withSampleMail: false })
}

async function imap(user: string, url = office.imapUrl): Promise<ImapFlow> {
  const auth = { user, pass: 'posthorn' }
  const port = Number(new URL(url).port)
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  clients.push(client)
  return client
}

async function submit(from: string, to: string, subject: string, url = office.smtpUrl) {
  const port = Number(new URL(url).port)
  const auth = { user: from, pass: 'posthorn' }
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true, auth })
  return transport.sendMail({ from, to, subject, text: `${subject}\n` })
}

/** The source of the first message with this subject, once it is in the INBOX. */
async function arrival(client: ImapFlow, subject: string): Promise<string> {
  await client.mailboxOpen('INBOX')
  for (;;) {
    const found = await client.search({ subject }, { uid: true })
    const uid = found ? found[0] : undefined
    const message = uid ? await client.fetchOne(String(uid), { source: true }, { uid: true }) : false
    if (message) return String(message.source)
    await client.noop()
  }
}

describe('mail between the two domains', () => {
  test('takes three hops, each with its Received field', async () => {
    await submit(ALICE, BOB, 'Three hops')
    const source = await arrival(await imap(BOB), 'Three hops')
    const header = source.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
    const hops = header.split('\r\n').filter((line) => line.startsWith('Received:'))
    expect(hops.map((hop) => /by (\S+).* with (\S+)/.exec(hop)?.slice(1, 3))).toEqual([
      ['bob.localhost', 'LMTP'],
      ['bob.localhost', 'ESMTP'],
      ['alice.localhost', 'ESMTPA'],
    ])
    expect(header).toContain(`Return-Path: <${ALICE}>`)
  })

  test("waits on disk in alice's queue while bob's server is down, and is delivered afterwards", async () => {
    await office.serverOf('bob.localhost').stopExchange()
    await submit(ALICE, BOB, 'Patience')
    const { spool } = office.serverOf('alice.localhost')
    await until(() => spool.list().some((mail) => mail.attempts > 0 && mail.lastReply !== ''))
    expect(spool.list()[0]).toMatchObject({
      from: ALICE,
      to: [BOB],
      lastReply: expect.stringMatching(/ECONNREFUSED/),
    })
    const files = readdirSync(path.join(directory, 'alice.localhost', 'queue'))
    expect(files.map((name) => path.extname(name)).sort()).toEqual(['.eml', '.json'])
    await office.serverOf('bob.localhost').startExchange()
    expect(await arrival(await imap(BOB), 'Patience')).toContain('Patience')
    await until(() => spool.list().length === 0)
  })

  test('comes back as a report when there is no such person', async () => {
    await submit(ALICE, 'nobody@bob.localhost', 'Lost')
    const report = await arrival(await imap(ALICE), 'Your message could not be delivered')
    expect(report).toContain('Final-Recipient: rfc822; nobody@bob.localhost')
    expect(report).toContain('Status: 5.1.1')
    expect(report).toContain('Return-Path: <>')
  })

  test('is refused for a wrong password, a false sender and an unknown person of the own domain', async () => {
    const port = Number(new URL(office.smtpUrl).port)
    const wrong = nodemailer.createTransport({ host: '127.0.0.1', port, auth: { user: ALICE, pass: 'x' } })
    await expect(wrong.sendMail({ from: ALICE, to: BOB, text: '' })).rejects.toMatchObject({
      responseCode: 535,
    })
    const auth = { user: ALICE, pass: 'posthorn' }
    const right = nodemailer.createTransport({ host: '127.0.0.1', port, auth })
    await expect(right.sendMail({ from: BOB, to: BOB, text: '' })).rejects.toMatchObject({
      responseCode: 550,
    })
    const unknown = right.sendMail({ from: ALICE, to: 'zoe@alice.localhost', text: '' })
    await expect(unknown).rejects.toMatchObject({ responseCode: 550 })
  })
})

describe('a mailbox', () => {
  test('is the same after a restart: messages, flags, UIDs, UIDVALIDITY', async () => {
    const before = await imap(ALICE)
    await before.append('INBOX', 'Subject: one\r\n\r\n1', ['\\Flagged', 'urgent'])
    await before.append('INBOX', 'Subject: two\r\n\r\n2')
    const box = await before.mailboxOpen('INBOX')
    await before.messageDelete('1', { uid: true })
    await before.append('INBOX', 'Subject: three\r\n\r\n3', ['\\Seen'])
    await before.mailboxCreate('Projects/Later')
    await before.logout()
    await reopen()
    const after = await imap(ALICE)
    const again = await after.mailboxOpen('INBOX')
    const rows = await after.fetchAll('1:*', { uid: true, flags: true, envelope: true })
    expect(again.uidValidity).toBe(box.uidValidity)
    expect(again.uidNext).toBe(4)
    expect(rows.map((row) => [row.uid, [...(row.flags ?? [])], row.envelope?.subject])).toEqual([
      [2, [], 'two'],
      [3, ['\\Seen'], 'three'],
    ])
    expect((await after.list()).map((folder) => folder.path)).toContain('Projects/Later')
  })

  test('announces new mail to a waiting client by itself', async () => {
    const waiting = await imap(BOB)
    await waiting.mailboxOpen('INBOX')
    const arrived = once(waiting, 'exists')
    void waiting.idle()
    await submit(ALICE, BOB, 'Hello there')
    expect((await arrived)[0]).toMatchObject({ path: 'INBOX', count: 1, prevCount: 0 })
  })

  test('tells one client what another one did', async () => {
    const watching = await imap(ALICE)
    const acting = await imap(ALICE)
    for (const subject of ['a', 'b', 'c']) await acting.append('INBOX', `Subject: ${subject}\r\n\r\n`)
    await watching.mailboxOpen('INBOX')
    await acting.mailboxOpen('INBOX')
    const flags = once(watching, 'flags')
    const expunge = once(watching, 'expunge')
    void watching.idle()
    await acting.messageFlagsAdd('3', ['\\Seen'], { uid: true })
    expect([...(await flags)[0].flags]).toEqual(['\\Seen'])
    await acting.messageDelete('2', { uid: true })
    expect((await expunge)[0]).toMatchObject({ seq: 2 })
  })

  test('moves with COPYUID, finds by Message-ID, and lists what changed since a modseq', async () => {
    const client = await imap(ALICE)
    for (const id of ['x', 'y'])
      await client.append('INBOX', `Message-ID: <${id}@t.example>\r\nSubject: ${id}\r\n\r\n`)
    const { highestModseq = 0n } = await client.mailboxOpen('INBOX')
    expect(await client.search({ header: { 'message-id': '<y@t.example>' } }, { uid: true })).toEqual([2])
    await client.messageFlagsAdd('2', ['\\Flagged'], { uid: true })
    const options = { uid: true, changedSince: highestModseq }
    const changed = await client.fetchAll('1:*', { uid: true, flags: true }, options)
    expect(changed.map((row) => row.uid)).toEqual([2])
    const moved = await client.messageMove('2', 'Archive', { uid: true })
    expect(moved ? moved.uidMap : moved).toEqual(new Map([[2, 1]]))
    expect(await client.search({ all: true }, { uid: true })).toEqual([1])
  })

  test('serves a part of a message, decoded, and any range of the source', async () => {
    const client = await imap(ALICE)
    const source = [
      ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', '--b'],
      ...['Content-Type: text/plain; charset=utf-8', '', '안녕', '--b'],
      ...['Content-Type: message/rfc822', '', 'Subject: inner', '', 'inner text', '--b'],
      ...['Content-Type: text/csv', "Content-Disposition: attachment; filename*=utf-8''%EC%95%88.csv", ''],
      ...['a,b', '--b--', ''],
    ].join('\r\n')
    await client.append('INBOX', Buffer.from(source))
    await client.mailboxOpen('INBOX')
    const query = {
      bodyStructure: true,
      bodyParts: ['1', '2.HEADER', '2.1', '3'],
      source: { start: 6, maxLength: 7 },
    }
    const message = await client.fetchOne('1', query)
    if (!message) throw new Error('no message')
    const parts = [...(message.bodyParts?.values() ?? [])].map((part) => part.toString().trim())
    expect(parts).toEqual(['안녕', 'Subject: inner', 'inner text', 'a,b'])
    expect(String(message.source)).toBe(source.slice(6, 13))
    const types = message.bodyStructure?.childNodes?.map((node) => node.type)
    expect(types).toEqual(['text/plain', 'message/rfc822', 'text/csv'])
    expect(message.bodyStructure?.childNodes?.[2]?.dispositionParameters).toEqual({ filename: '안.csv' })
  })

  test('is filled with sample mail once, and never again', async () => {
    const second = path.join(directory, 'second')
    const first = await startPostOffice({ directory: second })
    const client = await imap(ALICE, first.imapUrl)
    const counts = async (from: ImapFlow) => {
      const folders = await from.list({ statusQuery: { messages: true } })
      return folders.map((folder) => [folder.path, folder.specialUse, folder.status?.messages])
    }
    const filled = await counts(client)
    await first.close()
    const again = await startPostOffice({ directory: second })
    expect(await counts(await imap(ALICE, again.imapUrl))).toEqual(filled)
    await again.close()
    expect(filled.reduce((sum, [, , count]) => sum + Number(count), 0)).toBeGreaterThanOrEqual(40)
    expect(filled.map(([name, use]) => [name, use])).toEqual(
      expect.arrayContaining([
        ['Drafts', '\\Drafts'],
        ['Trash', '\\Trash'],
        ['Projects/Spring issue', undefined],
      ]),
    )
  })
})

describe('the process', () => {
  test('loses no accepted message by kill -9, and ends when its parent is gone', async () => {
    const dataDir = path.join(directory, 'process')
    const killed = await startProcess(dataDir)
    const subjects = Array.from({ length: 10 }, (_, index) => `kept ${index}`)
    await Promise.all(subjects.map((subject) => submit(ALICE, BOB, subject, killed.smtpUrl)))
    killed.child.kill('SIGKILL')
    await once(killed.child, 'exit')
    const again = await startProcess(dataDir)
    expect(again.imapUrl).toBe(killed.imapUrl)
    const client = await imap(BOB, again.imapUrl)
    for (const subject of subjects) expect(await arrival(client, subject)).toContain(subject)
    const exit = once(again.child, 'exit')
    again.child.stdin?.end()
    expect((await exit)[0]).toBe(0)
  })
})

async function startProcess(dataDir: string) {
  const main = path.join(import.meta.dirname, 'main.ts')
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('no output')
  const [line] = await once(readline.createInterface({ input: child.stdout }), 'line')
  const ready = JSON.parse(String(line))
  return { child, imapUrl: String(ready.imapUrl), smtpUrl: String(ready.smtpUrl) }
}

/** Lets the event loop turn until the condition holds; the test's own time limit ends it otherwise. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
