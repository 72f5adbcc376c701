import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createMailbox } from '../lib/domain/mailboxes/create-mailbox'
import { ensureMailboxAtSignIn } from '../lib/domain/mailboxes/ensure-mailbox'
import { listFolders } from '../lib/domain/mailboxes/list-folders'
import { listMailboxes } from '../lib/domain/mailboxes/list-mailboxes'
import { changeFlags } from '../lib/domain/messages/change-flags'
import { listMessages } from '../lib/domain/messages/list-messages'
import { newId } from '../lib/platform/ids'
import { createTestDatabase, type TestDatabase } from '../test/database'
import { type MailDomain, startMailDomain } from '../test/servers/mail-domain'
import type { Running } from './wake-loop'
import { startWatchMailboxes } from './watch-mailboxes'

process.env.APP_SECRET ??= 'a secret for tests that is long enough to be one'

let domain: MailDomain
let database: TestDatabase
let worker: Running
let count = 0

beforeAll(async () => {
  database = await createTestDatabase()
  domain = await startMailDomain({ name: 'alice', withPostfix: false })
})
afterAll(async () => {
  await domain.stop()
  await database.drop()
})
beforeEach(() => {
  worker = startWatchMailboxes()
})
afterEach(() => worker.stop())

const SOON = { timeout: 20_000, interval: 25 }

async function newPerson(password?: string) {
  const local = `watched${count++}`
  const user = await domain.addUser(local)
  const userId = newId()
  const mailboxId = await createMailbox({
    ownerId: userId,
    address: user.address,
    imapUrl: domain.imapUrl,
    smtpUrl: domain.submissionUrl,
    password: password ?? user.password,
    ca: domain.ca,
  })
  const mailbox = async () => (await listMailboxes(userId))[0]
  const inbox = async () => (await listFolders(userId, mailboxId)).find((folder) => folder.role === 'inbox')
  const messages = async () => {
    const folder = await inbox()
    if (!folder) return []
    const query = { limit: 50, sort: 'date', order: 'desc' } as const
    return (await listMessages(userId, folder.id, query)).messages
  }
  const subjects = async () => (await messages()).map((message) => message.subject)
  /** flags of the first message of INBOX, as another client sees them */
  const serverFlags = async () => {
    const client = await domain.imap(local)
    await client.mailboxOpen('INBOX', { readOnly: true })
    const message = await client.fetchOne('1', { flags: true })
    await client.logout()
    return message ? [...(message.flags ?? [])] : []
  }
  const deliver = (subject: string) => domain.deliver(`Subject: ${subject}\r\n\r\nhello\r\n`, user.address)
  return { ...user, local, userId, mailboxId, mailbox, inbox, messages, subjects, serverFlags, deliver }
}

describe('the worker', () => {
  test('takes a new mailbox up at once and shows new mail within two seconds', async () => {
    const person = await newPerson()
    await expect.poll(async () => (await person.mailbox())?.sync.state, SOON).toBe('ready')
    await expect.poll(async () => (await listFolders(person.userId, person.mailboxId)).length, SOON).toBe(6)
    await person.deliver('hello')
    const deliveredAt = Date.now()
    await expect.poll(person.subjects, SOON).toEqual(['hello'])
    expect(Date.now() - deliveredAt).toBeLessThan(2_000)
  })

  test('pushes what a person does', async () => {
    const person = await newPerson()
    await person.deliver('one')
    await expect.poll(person.subjects, SOON).toEqual(['one'])
    const ids = (await person.messages()).map((message) => message.id)
    await changeFlags(person.userId, { ids, add: ['flagged'], remove: [] })
    await expect.poll(person.serverFlags, SOON).toContain('\\Flagged')
  })

  test('names the trouble while the server is away, and is well again by itself', async () => {
    const person = await newPerson()
    await person.deliver('before')
    await expect.poll(person.subjects, SOON).toEqual(['before'])
    await domain.stopDovecot()
    await expect
      .poll(async () => (await person.mailbox())?.sync, SOON)
      .toMatchObject({ state: 'trouble', error: { step: 'connect', code: 'refused' } })
    const ids = (await person.messages()).map((message) => message.id)
    await changeFlags(person.userId, { ids, add: ['flagged'], remove: [] })
    await domain.startDovecot()
    await expect.poll(async () => (await person.mailbox())?.sync.state, SOON).toBe('ready')
    await person.deliver('back')
    await expect.poll(person.subjects, SOON).toEqual(['back', 'before'])
    await expect.poll(person.serverFlags, SOON).toContain('\\Flagged')
  })

  test('asks a refused password once, and again only with a new one', async () => {
    const person = await newPerson('wrong')
    await expect
      .poll(async () => (await person.mailbox())?.sync, SOON)
      .toMatchObject({ state: 'trouble', error: { step: 'sign-in', code: 'refused-password' } })
    const nextTryAt = Date.parse((await person.mailbox())?.sync.nextTryAt ?? '')
    expect(nextTryAt - Date.now()).toBeGreaterThan(4 * 60_000)
    const { userId, address, password } = person
    await ensureMailboxAtSignIn({ userId, address, password })
    await expect.poll(async () => (await person.mailbox())?.sync.state, SOON).toBe('ready')
  })

  test('stops within three seconds', async () => {
    await newPerson()
    const startedAt = Date.now()
    await worker.stop()
    expect(Date.now() - startedAt).toBeLessThan(3_000)
  })
})
