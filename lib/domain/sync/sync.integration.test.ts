import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database'
import { type MailDomain, startMailDomain } from '../../../test/servers/mail-domain'
import { seedMailbox } from '../../../test/servers/seed-mailbox'
import { newId } from '../../platform/ids'
import { connectImap } from '../../protocols/imap/connect-imap'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { closeIdleSessions } from '../../protocols/imap/session-pool'
import { createMailbox } from '../mailboxes/create-mailbox'
import { listFolders } from '../mailboxes/list-folders'
import { imapServerOf } from '../mailboxes/mail-servers'
import { changeFlags } from '../messages/change-flags'
import { deleteMessages } from '../messages/delete-messages'
import { listMessages } from '../messages/list-messages'
import { listRefusedChanges } from '../messages/list-refused-changes'
import { listThreads } from '../messages/list-threads'
import { moveMessages } from '../messages/move-messages'
import { openAttachment } from '../messages/open-attachment'
import { openMessage } from '../messages/open-message'
import { openThread } from '../messages/open-thread'
import { searchMessages } from '../search/search-messages'
import { backfillFolder } from './backfill-folder'
import { fetchPreviews } from './fetch-previews'
import { pushChanges } from './push-changes'
import { syncFolder } from './sync-folder'
import { syncFolderList } from './sync-folder-list'
import { verifyMailbox } from './verify-mailbox'

process.env.APP_SECRET ??= 'a secret for tests that is long enough to be one'

let domain: MailDomain
let database: TestDatabase
let count = 0

beforeAll(async () => {
  database = await createTestDatabase()
  domain = await startMailDomain({ name: 'alice', withPostfix: false, dovecotExtra: ACL })
})
afterAll(async () => {
  await closeIdleSessions()
  await domain.stop()
  await database.drop()
})

/** Folder rights, so that a folder can be made read-only. */
const ACL = `
mail_plugins = $mail_plugins acl
protocol imap {
  mail_plugins = $mail_plugins imap_acl
}
plugin {
  acl = vfile
}
`

/** A person with a mailbox of their own on the test server, and an open session. */
type Person = { userId: string; local: string; address: string; mailboxId: string; session: ImapSession }
let me: Person

beforeEach(async () => {
  me = await newPerson()
  return async () => {
    await me.session.close()
    await closeIdleSessions(me.mailboxId)
  }
})

async function newPerson(before: (local: string) => Promise<unknown> = async () => null): Promise<Person> {
  const local = `person${count++}`
  await before(local)
  const { address, password } = await domain.addUser(local)
  const userId = newId()
  const mailboxId = await createMailbox({
    ownerId: userId,
    address,
    imapUrl: domain.imapsUrl,
    smtpUrl: domain.submissionsUrl,
    password,
    ca: domain.ca,
  })
  const session = await connectImap(await imapServerOf(mailboxId))
  await syncFolderList(session, mailboxId)
  return { userId, local, address, mailboxId, session }
}

let stamp = 0
async function deliver(subject: string, more: string[] = [], body = 'hello') {
  const id = `m${stamp++}@test`
  const lines = [
    `From: Bob <bob@bob.test>`,
    `To: <${me.address}>`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    `Date: Mon, 02 Nov 2026 10:00:00 +0000`,
    ...more,
    '',
    body,
    '',
  ]
  await domain.deliver(lines.join('\r\n'), me.address)
  return id
}

const folder = async (role: string) => {
  const found = (await listFolders(me.userId, me.mailboxId)).find(
    (one) => one.role === role || one.path === role,
  )
  if (!found) throw new Error(`no folder ${role}`)
  return found
}
const sync = async (role: string, reason: Parameters<typeof syncFolder>[2] = 'poll') =>
  syncFolder(me.session, (await folder(role)).id, reason)
const page = { limit: 200, sort: 'date', order: 'desc' } as const
const list = async (role: string) => (await listMessages(me.userId, (await folder(role)).id, page)).messages
const subjects = async (role: string) => (await list(role)).map((message) => message.subject)

async function elsewhere<T>(
  path: string,
  work: (client: Awaited<ReturnType<MailDomain['imap']>>) => Promise<T>,
) {
  const client = await domain.imap(me.local)
  const lock = await client.getMailboxLock(path)
  try {
    return await work(client)
  } finally {
    lock.release()
    await client.logout()
  }
}

async function expectEqualToServer() {
  for (const one of await listFolders(me.userId, me.mailboxId)) {
    const { isWhole } = await syncFolder(me.session, one.id, 'poll')
    if (!isWhole) while (!(await backfillFolder(me.session, one.id, 60_000)).isWhole);
  }
  expect(await verifyMailbox(me.mailboxId)).toEqual([])
  for (const one of await listFolders(me.userId, me.mailboxId)) {
    const { messages, total } = await listMessages(me.userId, one.id, page)
    expect([one.path, total, one.unread]).toEqual([
      one.path,
      messages.length,
      messages.filter((message) => !message.flags.seen).length,
    ])
    const threads = await listThreads(me.userId, one.id, { limit: 200 })
    expect(threads.threads.reduce((sum, thread) => sum + thread.messageCount, 0)).toBe(messages.length)
    expect(threads.threads.reduce((sum, thread) => sum + thread.unreadCount, 0)).toBe(one.unread)
  }
}

describe('mail of the server in the cache', () => {
  test('the first look shows the newest, new mail and other clients come after', async () => {
    await deliver('first')
    await sync('inbox')
    expect(await subjects('inbox')).toEqual(['first'])
    await deliver('second')
    await sync('inbox', 'exists')
    expect(await subjects('inbox')).toEqual(['second', 'first'])
    await elsewhere('INBOX', (client) => client.messageFlagsAdd('1', ['\\Seen', '$Label']))
    await sync('inbox', 'flags')
    const first = (await list('inbox')).at(-1)
    expect([first?.flags.seen, first?.keywords]).toEqual([true, ['$Label']])
    await elsewhere('INBOX', (client) => client.messageDelete('1'))
    await sync('inbox', 'expunge')
    expect(await subjects('inbox')).toEqual(['second'])
    await elsewhere('INBOX', (client) => client.messageMove('1', 'Archive'))
    await expectEqualToServer()
    expect(await subjects('archive')).toEqual(['second'])
  })

  test('conversations are kept across folders, and another person sees nothing of it', async () => {
    const root = await deliver('lunch')
    await sync('inbox')
    await deliver('Re: lunch', [`In-Reply-To: <${root}>`, `References: <${root}>`])
    await deliver('Re: lunch')
    await sync('inbox', 'exists')
    const inbox = await folder('inbox')
    const { threads, total } = await listThreads(me.userId, inbox.id, { limit: 10 })
    expect([threads.length, total, threads[0]?.messageCount, threads[0]?.unreadCount]).toEqual([1, 1, 3, 3])
    const [message] = await list('inbox')
    await moveMessages(me.userId, { ids: [message?.id ?? ''], folderId: (await folder('archive')).id })
    const thread = await openThread(me.userId, threads[0]?.id ?? '')
    expect(thread.messages).toHaveLength(3)
    const stranger = newId()
    await expect(openThread(stranger, thread.id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(openMessage(stranger, message?.id ?? '')).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listMessages(stranger, inbox.id, page)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listFolders(stranger, me.mailboxId)).rejects.toMatchObject({ kind: 'not-found' })
    const change = { ids: [message?.id ?? ''], add: ['seen'], remove: [] }
    expect((await changeFlags(stranger, change)).results[0]).toMatchObject({
      ok: false,
      problem: 'not-found',
    })
    expect((await searchMessages(stranger, { q: 'lunch', limit: 10 })).messages).toEqual([])
  })

  test('a first synchronisation cut off in the middle goes on where it stopped', async () => {
    await me.session.close()
    me = await newPerson((local) => seedMailbox(domain, local, 700))
    const inbox = await folder('inbox')
    expect(await sync('inbox')).toEqual({ isWhole: false })
    expect(await subjects('inbox')).toHaveLength(60)
    expect((await searchMessages(me.userId, { q: 'quarterly', limit: 10 })).complete).toBe(false)
    // cut off after one batch: the connection breaks while the next one is on its way
    let batches = 0
    const broken: ImapSession = Object.create(me.session, {
      fetchMessages: {
        value: (range: { from: bigint; to: bigint }) => {
          if (++batches > 1) throw new Error('killed')
          return me.session.fetchMessages(range)
        },
      },
    })
    await expect(backfillFolder(broken, inbox.id, 60_000)).rejects.toThrow('killed')
    // the first screenful of 60 and one batch of 300
    expect((await folder('inbox')).cached).toBe(360)
    await deliver('new meanwhile')
    await sync('inbox', 'exists')
    expect((await subjects('inbox'))[0]).toBe('new meanwhile')
    await expectEqualToServerQuietly(inbox.id)
    expect((await folder('inbox')).cached).toBe(701)
  })

  async function expectEqualToServerQuietly(folderId: string) {
    while (!(await backfillFolder(me.session, folderId, 60_000)).isWhole);
    for (const one of await listFolders(me.userId, me.mailboxId)) await syncFolder(me.session, one.id, 'poll')
    expect(await verifyMailbox(me.mailboxId)).toEqual([])
  }

  test('another UIDVALIDITY starts the folder over', async () => {
    await elsewhere('INBOX', async (client) => {
      await client.mailboxCreate('Box')
      await client.append('Box', 'Subject: old\r\n\r\nx\r\n')
    })
    await syncFolderList(me.session, me.mailboxId)
    await sync('Box')
    expect(await subjects('Box')).toEqual(['old'])
    await elsewhere('INBOX', async (client) => {
      await client.mailboxDelete('Box')
      await client.mailboxCreate('Box')
      await client.append('Box', 'Subject: new\r\n\r\nx\r\n')
    })
    await me.session.openFolder('INBOX')
    await sync('Box')
    expect(await subjects('Box')).toEqual(['new'])
    await expectEqualToServer()
  })

  test('previews and bodies come, once', async () => {
    await deliver('hi', [], 'the very first words\r\n> quoted')
    await sync('inbox')
    expect(await fetchPreviews(me.session, (await folder('inbox')).id)).toBe(false)
    const [message] = await list('inbox')
    expect(message?.preview).toBe('the very first words')
    const opened = await openMessage(me.userId, message?.id ?? '')
    expect(opened.text).toContain('the very first words')
    await elsewhere('INBOX', (client) => client.messageDelete('1'))
    expect((await openMessage(me.userId, message?.id ?? '')).text).toContain('the very first words')
    expect((await searchMessages(me.userId, { q: 'FIRST words', limit: 10 })).messages).toHaveLength(1)
    expect((await searchMessages(me.userId, { q: '100%', limit: 10 })).messages).toHaveLength(0)
  })
})

describe('messages nobody would write', () => {
  const raw = (text: string) => domain.deliver(Buffer.from(text, 'latin1'), me.address)

  test('are shown as far as possible, each, and slow nobody down', async () => {
    await raw('\r\n')
    await raw('no headers at all, only words\r\n')
    await raw('Subject: no body\r\n\r\n')
    await raw(
      'Subject: =?x-unknown?Q?caf=E9?=\r\nContent-Type: text/plain; charset="x-nope"\r\n\r\ncaf\xe9\r\n',
    )
    await raw('Subject: nul \0 here\r\nMessage-ID: <\0@x>\r\nFrom: "\0" <a@b>\r\n\r\nnul \0 body\r\n')
    await raw(wide(1000))
    await raw(deep(64))
    await raw(
      `Subject: __proto__\r\n__proto__: x\r\nconstructor: y\r\nReferences: ${'<r@x> '.repeat(5000)}\r\n\r\nx\r\n`,
    )
    await sync('inbox')
    await fetchPreviews(me.session, (await folder('inbox')).id)
    const messages = await list('inbox')
    expect(messages).toHaveLength(8)
    for (const message of messages) {
      const opened = await openMessage(me.userId, message.id)
      expect(opened.id).toBe(message.id)
      expect(opened.text + opened.notices.map((notice) => notice.code).join()).not.toBe('')
    }
    const codes = async (subject: string) => {
      const found = messages.find((message) => message.subject === subject)
      return (await openMessage(me.userId, found?.id ?? '')).notices.map((notice) => notice.code)
    }
    expect(await codes('no body')).toContain('no-body')
    expect(messages.map((message) => message.subject)).toEqual(expect.arrayContaining(['wide', 'deep']))
    await expectEqualToServer()
  })

  const wide = (parts: number) =>
    `Subject: wide\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${Array.from(
      { length: parts },
      (_, n) => `--b\r\nContent-Type: text/plain\r\n\r\npart ${n}\r\n`,
    ).join('')}--b--\r\n`

  function deep(levels: number): string {
    let body = 'Content-Type: text/plain\r\n\r\nat the bottom\r\n'
    for (let level = levels; level > 0; level--) {
      body = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${body}\r\n--b${level}--\r\n`
    }
    return `Subject: deep\r\n${body}`
  }

  test('have their attachments opened whole, large ones in pieces', async () => {
    const content = Buffer.alloc(1_500_000, 'posthorn ')
    const small = 'a small one'
    await raw(
      [
        'Subject: files',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'see the files',
        '--b',
        'Content-Type: application/octet-stream',
        'Content-Disposition: attachment; filename="large.bin"',
        'Content-Transfer-Encoding: base64',
        '',
        content.toString('base64').replace(/.{76}/g, '$&\r\n'),
        '--b',
        'Content-Type: text/plain; name="small.txt"',
        'Content-Disposition: attachment; filename="small.txt"',
        '',
        small,
        '--b--',
        '',
      ].join('\r\n'),
    )
    await sync('inbox')
    const [message] = await list('inbox')
    expect(message?.hasAttachments).toBe(true)
    const opened = await openMessage(me.userId, message?.id ?? '')
    const read = async (name: string) => {
      const found = opened.attachments.find((attachment) => attachment.name === name)
      const pieces: Uint8Array[] = []
      for await (const piece of (await openAttachment(me.userId, found?.id ?? '')).stream) pieces.push(piece)
      return Buffer.concat(pieces)
    }
    expect((await read('large.bin')).equals(content)).toBe(true)
    expect((await read('small.txt')).toString()).toContain(small)
    expect(opened.attachments.find((one) => one.name === 'large.bin')?.size).toBe(content.length)
    await expect(openAttachment(newId(), opened.attachments[0]?.id ?? '')).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('a server that can do little', () => {
  test('is kept equal as well, without CONDSTORE, MOVE, UIDPLUS, IDLE and SPECIAL-USE', async () => {
    const plain = await startMailDomain({
      name: 'bob',
      withPostfix: false,
      users: [],
      dovecotExtra: 'protocol imap {\n  imap_capability = IMAP4rev1 LITERAL+\n}\n',
    })
    const rich = domain
    await me.session.close()
    domain = plain
    try {
      me = await newPerson()
      expect(me.session.capabilities.has('CONDSTORE')).toBe(false)
      await deliver('one')
      await deliver('two')
      await sync('inbox')
      await sync('sent')
      const [two, one] = await list('inbox')
      await elsewhere('INBOX', (client) => client.messageFlagsAdd('1', ['\\Flagged']))
      await sync('inbox', 'poll')
      expect((await list('inbox')).map((message) => message.flags.flagged)).toEqual([false, true])
      await changeFlags(me.userId, { ids: [two?.id ?? ''], add: ['seen'], remove: [] })
      await moveMessages(me.userId, { ids: [one?.id ?? ''], folderId: (await folder('sent')).id })
      while ((await pushChanges(me.mailboxId)) > 0);
      await sync('sent', 'poll')
      expect((await list('sent')).map((message) => message.id)).toEqual([one?.id])
      await elsewhere('INBOX', (client) => client.messageFlagsSet('1:*', ['\\Deleted']))
      await elsewhere('INBOX', (client) => client.messageDelete('1:*'))
      await expectEqualToServer()
    } finally {
      await me.session.close()
      domain = rich
      await plain.stop()
    }
  })
})

describe('what people do', () => {
  test('flags are set on the server, and not undone by a look in between', async () => {
    await deliver('one')
    await sync('inbox')
    const [message] = await list('inbox')
    const ids = [message?.id ?? '']
    const answer = await changeFlags(me.userId, { ids: [...ids, newId()], add: ['seen', 'work'], remove: [] })
    expect(answer.results.map((result) => result.ok)).toEqual([true, false])
    expect((await folder('inbox')).unread).toBe(0)
    await sync('inbox', 'compare')
    expect((await list('inbox'))[0]?.flags.seen).toBe(true)
    expect(await pushChanges(me.mailboxId)).toBe(1)
    const flags = await elsewhere(
      'INBOX',
      async (client) => (await client.fetchOne('1', { flags: true })) || null,
    )
    expect([...(flags?.flags ?? [])]).toEqual(expect.arrayContaining(['\\Seen', 'work']))
    await expectEqualToServer()
  })

  test('a move follows COPYUID, also when moved on before it was pushed', async () => {
    await deliver('one')
    await deliver('two')
    await sync('inbox')
    const [two, one] = await list('inbox')
    await moveMessages(me.userId, {
      ids: [one?.id ?? '', two?.id ?? ''],
      folderId: (await folder('archive')).id,
    })
    expect(await subjects('inbox')).toEqual([])
    await sync('inbox', 'compare')
    expect(await subjects('inbox')).toEqual([])
    await moveMessages(me.userId, { ids: [one?.id ?? ''], folderId: (await folder('junk')).id })
    await changeFlags(me.userId, { ids: [one?.id ?? ''], add: ['flagged'], remove: [] })
    while ((await pushChanges(me.mailboxId)) > 0);
    expect((await list('archive')).map((message) => [message.id, message.uid])).toEqual([[two?.id, 2]])
    expect((await list('junk')).map((message) => [message.id, message.uid])).toEqual([[one?.id, 1]])
    await expectEqualToServer()
    expect((await list('junk'))[0]?.flags.flagged).toBe(true)
    expect((await list('junk'))[0]?.id).toBe(one?.id)
  })

  test('a move whose answer was lost finds its message again', async () => {
    await deliver('one')
    await sync('inbox')
    const [one] = await list('inbox')
    await moveMessages(me.userId, { ids: [one?.id ?? ''], folderId: (await folder('archive')).id })
    await elsewhere('INBOX', (client) => client.messageMove('1', 'Archive'))
    await pushChanges(me.mailboxId)
    await expectEqualToServer()
    expect((await list('archive')).map((message) => message.id)).toEqual([one?.id])
  })

  test('deleting goes to Trash, and from Trash for good', async () => {
    await deliver('one')
    await sync('inbox')
    const ids = (await list('inbox')).map((message) => message.id)
    await deleteMessages(me.userId, { ids })
    expect(await subjects('trash')).toEqual(['one'])
    await pushChanges(me.mailboxId)
    await expectEqualToServer()
    await deleteMessages(me.userId, { ids })
    expect(await subjects('trash')).toEqual([])
    await sync('trash', 'compare')
    expect(await subjects('trash')).toEqual([])
    await pushChanges(me.mailboxId)
    await expectEqualToServer()
    expect(
      await elsewhere('Trash', async (client) => (await client.status('Trash', { messages: true })) || null),
    ).toMatchObject({ messages: 0 })
  })

  test('what the server refuses is undone, with its words', async () => {
    await elsewhere('INBOX', async (client) => {
      await client.mailboxCreate('Locked')
      await client.append('Locked', 'Subject: mine\r\nMessage-ID: <locked@x>\r\n\r\nx\r\n')
    })
    await syncFolderList(me.session, me.mailboxId)
    await sync('Locked')
    await sync('trash')
    await deliver('one')
    await sync('inbox')
    await makeReadOnly('Locked')
    const [locked] = await list('Locked')
    const [one] = await list('inbox')
    await changeFlags(me.userId, { ids: [locked?.id ?? ''], add: ['flagged'], remove: [] })
    await moveMessages(me.userId, { ids: [one?.id ?? ''], folderId: (await folder('Locked')).id })
    await deleteMessages(me.userId, { ids: [locked?.id ?? ''] })
    expect(await subjects('trash')).toEqual(['mine'])
    await me.session.openFolder('INBOX')
    while ((await pushChanges(me.mailboxId)) > 0);
    const refused = await listRefusedChanges(me.userId)
    expect(refused.map((change) => change.kind).sort()).toEqual(['flags', 'move', 'move'])
    for (const change of refused) expect(change.reason).toMatch(/permission|read-only|does not keep/i)
    expect(await subjects('inbox')).toEqual(['one'])
    expect(await subjects('Locked')).toEqual(['mine'])
    expect((await list('Locked'))[0]?.flags.flagged).toBe(false)
    await expectEqualToServer()
  })

  test('a server that is away is no refusal: the change waits', async () => {
    await deliver('one')
    await sync('inbox')
    const [one] = await list('inbox')
    await changeFlags(me.userId, { ids: [one?.id ?? ''], add: ['seen'], remove: [] })
    await domain.stopDovecot()
    await closeIdleSessions(me.mailboxId)
    await expect(pushChanges(me.mailboxId)).rejects.toMatchObject({ step: 'connect', code: 'refused' })
    expect((await list('inbox'))[0]?.flags.seen).toBe(true)
    await domain.startDovecot()
    await expect.poll(() => pushChanges(me.mailboxId).catch(() => 0), { timeout: 10_000 }).toBe(1)
    expect(await listRefusedChanges(me.userId)).toEqual([])
    await me.session.close()
    me.session = await connectImap(await imapServerOf(me.mailboxId))
    await expectEqualToServer()
  })
})

async function makeReadOnly(path: string) {
  const { writeFile, chown } = await import('node:fs/promises')
  const file = `${domain.folder}/mail/${me.local}/Maildir/.${path}/dovecot-acl`
  await writeFile(file, 'owner lr\n')
  await chown(file, 5000, 5000)
}
