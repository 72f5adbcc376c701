import { createHash, randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { ImapFlow } from 'imapflow'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { DraftSave, SendRequest } from '../../lib/contract/outbox'
import { db } from '../../lib/db/client'
import { createDraft } from '../../lib/domain/compose/create-draft'
import { deleteDraft } from '../../lib/domain/compose/delete-draft'
import { listDrafts } from '../../lib/domain/compose/list-drafts'
import { openDraft } from '../../lib/domain/compose/open-draft'
import { pruneUploads } from '../../lib/domain/compose/prune-uploads'
import { saveDraft } from '../../lib/domain/compose/save-draft'
import { sendMessage } from '../../lib/domain/compose/send-message'
import { LARGEST_UPLOAD, storeUpload } from '../../lib/domain/compose/store-upload'
import { openOutgoing } from '../../lib/domain/outbox/open-outgoing'
import { newId } from '../../lib/platform/ids'
import { closeIdleSessions } from '../../lib/protocols/imap/session-pool'
import { startFileSent } from '../../worker/file-sent'
import { startSendOutgoing } from '../../worker/send-outgoing'
import type { Running } from '../../worker/wake-loop'
import type { TestDatabase } from '../database'
import { startTwoDomains, type TwoDomains } from '../servers/mail-domain'
import { letTimePass, makeSender, openLab, type Sender, untilState } from './outbox-lab'

let database: TestDatabase
let domains: TwoDomains
let dataDir: string
let alice: Sender
let eve: Sender
const running: Running[] = []

beforeAll(async () => {
  domains = await startTwoDomains()
  database = await openLab()
  dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'posthorn-compose-'))
  process.env.DATA_DIR = dataDir
  alice = await senderAt()
  eve = await senderAt()
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((loop) => loop.stop()))
})
afterAll(async () => {
  await closeIdleSessions()
  await database.drop()
  await domains.stop()
  await fs.rm(dataDir, { recursive: true, force: true })
})

const senderAt = () =>
  makeSender({
    address: 'alice@alice.test',
    password: 'alice-pw',
    imapUrl: domains.alice.imapUrl,
    smtpUrl: domains.alice.submissionUrl,
    ca: domains.alice.ca,
  })

const start = () => void running.push(startSendOutgoing(), startFileSent())

const request = (more: Partial<SendRequest> = {}) =>
  SendRequest.parse({ mailboxId: alice.mailboxId, to: ['Bob <bob@bob.test>'], holdSeconds: 0, ...more })

const draft = (more: Partial<DraftSave> = {}) => DraftSave.parse({ mailboxId: alice.mailboxId, ...more })

async function* bytes(content: Uint8Array) {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536)
}

const upload = (content: Uint8Array, name = 'a.bin', userId = alice.userId) =>
  storeUpload(userId, { name, type: 'application/octet-stream', stream: bytes(content) })

async function rawIn(client: ImapFlow, folder: string, messageId: string): Promise<string> {
  await client.mailboxOpen(folder)
  const uids = (await client.search({ header: { 'message-id': messageId } }, { uid: true })) || []
  if (uids.length !== 1) throw new Error(`${uids.length} copies in ${folder}`)
  const message = await client.fetchOne(String(uids[0]), { source: true }, { uid: true })
  return message ? (message.source?.toString() ?? '') : ''
}

describe('sending', () => {
  test('goes through Postfix to Bob, with a copy in Sent for every client', async () => {
    start()
    const file = randomBytes(100_000)
    const { id: uploadId } = await upload(file, '보고서.pdf')
    const { id: draftId } = await createDraft(alice.userId, draft({ subject: 'soon' }))
    const asked = request({
      subject: '안녕 Bob',
      html: '<p>Hello <b>Bob</b></p>',
      bcc: ['alice@alice.test'],
      uploads: [uploadId],
      draftId,
    })
    const sent = await sendMessage(alice.userId, asked, randomUUID())
    expect(sent.state).toBe('queued')
    const item = await untilState(alice, sent.id, 'filed')
    expect(item.recipients.map((r) => [r.kind, r.state])).toEqual([
      ['to', 'accepted'],
      ['bcc', 'accepted'],
    ])
    const [bob, second] = [await domains.bob.imap('bob'), await domains.alice.imap('alice')]
    const received = await vi.waitFor(() => rawIn(bob, 'INBOX', sent.messageId), 20_000)
    const copy = await rawIn(second, 'Sent', sent.messageId)
    for (const raw of [received, copy]) {
      expect(raw).not.toMatch(/^bcc:/im)
      expect(raw).toContain(`Message-ID: <${sent.messageId}>`)
      expect(raw.replace(/\r\n/g, '')).toContain(file.toString('base64'))
    }
    expect(received.replace(/[\s\S]*?\r\nFrom:/, 'From:')).toContain(copy.slice(copy.indexOf('From:'), 200))
    await expect(openDraft(alice.userId, draftId)).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('with the server stopped it waits here, and goes out by itself when it is back', async () => {
    start()
    await domains.alice.stopPostfix()
    const sent = await sendMessage(alice.userId, request({ subject: 'later' }), randomUUID())
    const waiting = await untilState(alice, sent.id, 'waiting')
    expect(waiting.error).toMatchObject({ step: 'connect', code: 'refused' })
    expect(waiting.nextAttemptAt).not.toBeNull()
    await domains.alice.startPostfix()
    await letTimePass(40)
    await untilState(alice, sent.id, 'filed')
  })

  test('Postfix names the recipient it does not know; the others get the message', async () => {
    start()
    const to = ['bob@bob.test', 'nobody@alice.test']
    const sent = await sendMessage(alice.userId, request({ to, text: 'x' }), randomUUID())
    const item = await untilState(alice, sent.id, 'filed')
    expect(item.recipients).toMatchObject([
      { address: 'bob@bob.test', state: 'accepted' },
      { address: 'nobody@alice.test', state: 'rejected', reply: { code: 550, enhanced: '5.1.1' } },
    ])
  })

  test('an answer is threaded, and the message answered is marked', async () => {
    const ids = { folder: newId(), thread: newId(), message: newId() }
    const { mailboxId } = alice
    await db().folder.create({
      data: { id: ids.folder, mailboxId, path: 'INBOX', name: 'INBOX', role: 'inbox' },
    })
    await db().thread.create({ data: { id: ids.thread, mailboxId, subject: 'Question' } })
    await db().message.create({
      data: {
        id: ids.message,
        mailboxId,
        folderId: ids.folder,
        threadId: ids.thread,
        uid: 1n,
        messageId: 'question@bob.test',
        references: ['first@bob.test'],
        receivedAt: new Date(),
      },
    })
    start()
    const asked = request({ subject: 'Re: Question', text: 'Yes.', inReplyTo: ids.message })
    const sent = await sendMessage(alice.userId, asked, randomUUID())
    await untilState(alice, sent.id, 'filed')
    const raw = await rawIn(await domains.alice.imap('alice'), 'Sent', sent.messageId)
    expect(raw).toContain('In-Reply-To: <question@bob.test>')
    expect(raw.replace(/\r\n\s+/g, ' ')).toContain('References: <first@bob.test> <question@bob.test>')
    expect(await db().message.findUnique({ where: { id: ids.message } })).toMatchObject({ answered: true })
    const stranger = { ...request({ inReplyTo: ids.message }), mailboxId: eve.mailboxId }
    await expect(sendMessage(eve.userId, stranger, randomUUID())).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('is held 15 seconds unless told otherwise, or until the time asked for', async () => {
    const heldFor = async (more: Partial<SendRequest>) => {
      const { id, state } = await sendMessage(alice.userId, { ...request(), ...more }, randomUUID())
      const item = await openOutgoing(alice.userId, id)
      return [state, Math.round((Date.parse(item.holdUntil) - Date.parse(item.createdAt)) / 1000)]
    }
    expect(await heldFor({ holdSeconds: undefined })).toEqual(['held', 15])
    expect(await heldFor({ holdSeconds: 0 })).toEqual(['queued', 0])
    const sendAt = new Date(Date.now() + 3_600_000).toISOString()
    expect(await heldFor({ sendAt })).toEqual(['held', 3600])
    await db().$executeRaw`DELETE FROM "Outgoing"`
  })

  test('one key is one message, however often and however fast', async () => {
    const key = randomUUID()
    const asked = request({ subject: 'once', holdSeconds: 60 })
    const first = await Promise.all(Array.from({ length: 5 }, () => sendMessage(alice.userId, asked, key)))
    const again = await sendMessage(alice.userId, asked, key)
    expect(new Set([...first, again].map((answer) => answer.id)).size).toBe(1)
    const other = { ...asked, subject: 'twice' }
    await expect(sendMessage(alice.userId, other, key)).rejects.toMatchObject({ kind: 'conflict' })
  })

  test.each([
    ['subject', { subject: 'x\r\nBcc: evil@x.test' }],
    ['subject', { subject: 'x\0' }],
    ['to.0', { to: ['b@x.test>\r\nRCPT TO:<evil@x.test'] }],
    ['cc.1', { cc: ['a@x.test', 'b@x.test\n'] }],
    ['to', { to: [] }],
  ])('%s: %j is refused with 400', async (field, more) => {
    const refused = sendMessage(alice.userId, { ...request(), ...more }, randomUUID())
    await expect(refused).rejects.toMatchObject({ kind: 'bad-input', fields: [{ path: field }] })
  })

  test('somebody else’s mailbox or upload does not exist', async () => {
    const { id } = await upload(Buffer.from('x'), 'x', eve.userId)
    for (const more of [{ mailboxId: eve.mailboxId }, { uploads: [id] }, { forwardAttachments: [newId()] }])
      await expect(sendMessage(alice.userId, request(more), randomUUID())).rejects.toMatchObject({
        kind: 'not-found',
      })
  })

  test('a message beyond the limit is refused before anything is queued', async () => {
    const { id } = await upload(randomBytes(20 * 1024 * 1024))
    const before = await db().outgoing.count()
    await expect(sendMessage(alice.userId, request({ uploads: [id] }), randomUUID())).rejects.toMatchObject({
      kind: 'too-large',
    })
    expect(await db().outgoing.count()).toBe(before)
  })

  test('a file that is gone fails the sending, and never a half message', async () => {
    const { id } = await upload(Buffer.from('x'))
    await fs.rm(path.join(dataDir, 'spool', id))
    await expect(sendMessage(alice.userId, request({ uploads: [id] }), randomUUID())).rejects.toThrow()
  })
})

describe('uploads', () => {
  test('are counted, hashed and kept with a clean name', async () => {
    const content = randomBytes(300_000)
    const stored = await upload(content, '../../etc/passwd')
    expect(stored).toMatchObject({
      size: 300_000,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    expect(stored.name).not.toContain('/')
    expect(await fs.readFile(path.join(dataDir, 'spool', stored.id))).toEqual(content)
  })

  test.each(['a\r\nb', 'a\nb', 'a\0b'])('the name %j is refused', async (name) => {
    await expect(upload(Buffer.from('x'), name)).rejects.toMatchObject({ fields: [{ path: 'name' }] })
  })

  test('beyond 50 MB nothing is kept', async () => {
    const before = await fs.readdir(path.join(dataDir, 'spool'))
    async function* endless() {
      for (let size = 0; size <= LARGEST_UPLOAD; size += 1024 * 1024) yield new Uint8Array(1024 * 1024)
    }
    const tooLarge = storeUpload(alice.userId, { name: 'a', type: 'a/b', stream: endless() })
    await expect(tooLarge).rejects.toMatchObject({ kind: 'too-large' })
    expect(await fs.readdir(path.join(dataDir, 'spool'))).toEqual(before)
  })

  test('are thrown away after two weeks, unless a draft names them', async () => {
    const [kept, gone] = [await upload(Buffer.from('x')), await upload(Buffer.from('y'))]
    await createDraft(alice.userId, draft({ uploads: [kept.id] }))
    expect(await pruneUploads(new Date(Date.now() + 15 * 86_400_000))).toBeGreaterThan(0)
    const left = await fs.readdir(path.join(dataDir, 'spool'))
    expect(left).toContain(kept.id)
    expect(left).not.toContain(gone.id)
  })
})

describe('drafts', () => {
  test('are saved by revision: the second tab hears of the first', async () => {
    const { id: uploadId } = await upload(Buffer.from('x'), 'x.txt')
    const first = await createDraft(alice.userId, draft({ to: ['not yet an addr'], uploads: [uploadId] }))
    expect(first).toMatchObject({ revision: 1, files: [{ id: uploadId, name: 'x.txt', size: 1 }] })
    const saved = await saveDraft(alice.userId, first.id, draft({ text: 'a\0b', revision: 1 }))
    expect(saved).toMatchObject({ revision: 2, text: 'ab' })
    const stale = saveDraft(alice.userId, first.id, draft({ text: 'mine', revision: 1 }))
    await expect(stale).rejects.toMatchObject({ kind: 'conflict' })
    expect((await openDraft(alice.userId, first.id)).text).toBe('ab')
    expect((await listDrafts(alice.userId)).map((d) => d.id)).toContain(first.id)
    await expect(openDraft(eve.userId, first.id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(deleteDraft(eve.userId, first.id)).rejects.toMatchObject({ kind: 'not-found' })
    await deleteDraft(alice.userId, first.id)
    await expect(openDraft(alice.userId, first.id)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
