import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseMailUrl } from '../../lib/platform/mail-url'
import { type PostOffice, startPostOffice } from '../../lib/post-office/post-office'
import { buildSample } from '../../lib/post-office/sample/build-sample'
import { sampleMail } from '../../lib/post-office/sample/fill-mailboxes'
import { alice } from '../../lib/post-office/sample/sample-mail'
import { connectImap } from '../../lib/protocols/imap/connect-imap'
import type { ImapSession, RemoteMessage } from '../../lib/protocols/imap/imap-session'
import { type MailDomain, startMailDomain } from '../servers/mail-domain'

// The demo's IMAP server is measured against the real one, through the application's own adapter.

let directory: string
let office: PostOffice
let dovecot: MailDomain

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'same-as-dovecot-'))
  office = await startPostOffice({ directory, withSampleMail: false })
  dovecot = await startMailDomain({ name: 'alice', withPostfix: false })
})

afterAll(async () => {
  await Promise.all([office.close(), dovecot.stop()])
  rmSync(directory, { recursive: true })
})

function open(which: 'demo' | 'dovecot'): Promise<ImapSession> {
  const isDemo = which === 'demo'
  return connectImap({
    endpoint: parseMailUrl(isDemo ? office.imapUrl : dovecot.imapUrl, 'imap'),
    username: isDemo ? 'alice@alice.localhost' : 'alice@alice.test',
    password: isDemo ? 'posthorn' : 'alice-pw',
    ca: isDemo ? undefined : dovecot.ca,
  })
}

/** Does the same on both servers and compares what the adapter says of it. */
async function onBoth<T>(work: (session: ImapSession) => Promise<T>): Promise<void> {
  const seen: T[] = []
  for (const which of ['dovecot', 'demo'] as const) {
    const session = await open(which)
    seen.push(await work(session))
    await session.close()
  }
  expect(seen[1]).toEqual(seen[0])
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** \Recent is left to the server, and gone from IMAP4rev2. */
const lasting = (flags: string[]) => flags.filter((flag) => flag !== '\\Recent').sort()

const comparable = ({ uid, flags, internalDate, size, header, structure }: RemoteMessage) => ({
  ...{ uid, flags: lasting(flags), internalDate, size, structure },
  header: Buffer.from(header).toString('latin1'),
})

const everything = { from: 1n, to: 0xffff_ffffn }
const crlf = (...lines: string[]) => Buffer.from(lines.join('\r\n'))

/** What real mail looks like, and what it should not look like but does. */
async function shapes(): Promise<Buffer[]> {
  const mails = sampleMail(new Date('2026-02-03T04:05:06Z'))
  const all = new Map(mails.map((mail) => [mail.id, mail]))
  const built = await Promise.all(mails.map((mail) => buildSample(mail, alice, all, new Date(0))))
  return [...built.map(({ raw }) => raw), ...odd]
}

const odd = [
  crlf('Content-Type: multipart/mixed; boundary=b', '', 'no part at all'),
  crlf('Subject: no body'),
  crlf('Subject: no type', '', 'text'),
  crlf('From: "a\\"b" <x@y.example>, group: c@d.example;', 'To: undisclosed-recipients:;', '', ''),
  crlf(
    'Subject: =?utf-8?q?folded?=',
    '\tand continued',
    'Content-Type: TEXT/HTML; Charset="UTF-8"',
    '',
    '<p>',
  ),
  crlf('Content-Type: multipart/mixed; boundary="a b"', '', '--a b', '', 'x', '--a b--', 'epilogue'),
  crlf(
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Subject: in',
    '',
    'y',
    '--b--',
  ),
  crlf(
    'Content-Type: multipart/digest; boundary=b',
    '',
    '--b',
    '',
    'Subject: in',
    '',
    'y',
    '--b',
    '',
    'Subject: two',
    '',
    'z',
    '--b--',
    '',
  ),
]

describe('the demo answers as Dovecot does', () => {
  test('to messages of every shape: header, structure, size, flags, date', async () => {
    const messages = await shapes()
    await onBoth(async (session) => {
      await session.createFolder('Shapes')
      for (const [index, raw] of messages.entries()) {
        const date = new Date(Date.UTC(2026, 0, 1 + index, 10))
        await session.appendMessage('Shapes', raw, ['\\Seen'], date)
      }
      await session.openFolder('Shapes')
      const seen = await collect(session.fetchMessages(everything))
      const parts: string[] = []
      for (const { uid, structure } of seen) {
        const part = await session.fetchPart(uid, structure?.children.at(-1)?.section ?? '1', 100_000)
        parts.push(Buffer.from(part ?? []).toString('latin1'))
      }
      return { seen: seen.map(comparable), parts }
    })
  })

  test('to flags, moves, deletions and a search by Message-ID', async () => {
    await onBoth(async (session) => {
      await session.createFolder('Work')
      await session.createFolder('Work/Done')
      for (const id of ['a', 'b', 'c'])
        await session.appendMessage(
          'Work',
          Buffer.from(`Message-ID: <${id}@x.example>\r\n\r\n${id}\r\n`),
          [],
          new Date(0),
        )
      const before = await session.openFolder('Work')
      await session.storeFlags([2n], ['\\Seen', 'urgent'], [])
      await session.storeFlags([2n, 3n], ['\\Flagged'], ['\\Seen'])
      const changed = await collect(session.fetchFlags(everything, before.highestModseq))
      const found = await session.findByMessageId('<c@x.example>')
      const moved = await session.moveMessages([3n], 'Work/Done')
      await session.expungeMessages([1n])
      const after = await session.openFolder('Work')
      const source = await session.fetchSource(2n, 1000)
      const gone = await session.fetchSource(1n, 1000)
      return {
        ...{ found, gone, uidMap: moved.uidMap, source: source && Buffer.from(source).toString() },
        changed: changed.map(({ uid, flags }) => ({ uid, flags: lasting(flags) })),
        counts: [before.exists, before.uidNext, after.exists, after.uidNext],
        newest: await session.newestRange(10),
      }
    })
  })

  test('to the names of folders in any script', async () => {
    await onBoth(async (session) => {
      for (const name of ['프로젝트', 'R&D', 'a/b/c']) await session.createFolder(name)
      const folders = await session.listFolders()
      const made = folders.filter((folder) => /프로젝트|R&D|^a/.test(folder.path))
      return made
        .map(({ path: at, name, role }) => ({ at, name, role }))
        .sort((x, y) => (x.at < y.at ? -1 : 1))
    })
  })

  test('to a client that waits', async () => {
    await onBoth(async (session) => {
      await session.openFolder('INBOX')
      const stop = new AbortController()
      const hint = session.waitForHint(stop.signal)
      const other = await open(session.capabilities.has('SORT') ? 'dovecot' : 'demo')
      await other.appendMessage('INBOX', Buffer.from('Subject: new\r\n\r\n'), [], new Date(0))
      await other.close()
      return hint
    })
  })
})
