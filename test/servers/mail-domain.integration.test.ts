import net from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type MailDomain, startTwoDomains, type TwoDomains } from './mail-domain'
import { seedMailbox } from './seed-mailbox'

let domains: TwoDomains
beforeAll(async () => {
  domains = await startTwoDomains()
})
afterAll(() => domains.stop())

async function subjects(domain: MailDomain, local: string): Promise<string[]> {
  const client = await domain.imap(local)
  await client.mailboxOpen('INBOX')
  const found: string[] = []
  for await (const message of client.fetch({ all: true }, { envelope: true }))
    found.push(message.envelope?.subject ?? '')
  await client.logout()
  return found
}

const submission = (domain: MailDomain) =>
  createTransport({
    host: '127.0.0.1',
    port: Number(new URL(domain.submissionUrl).port),
    requireTLS: true,
    tls: { ca: domain.ca, servername: 'localhost' },
    auth: { user: 'alice@alice.test', pass: 'alice-pw' },
  })

test('a message takes the three hops, waits while the peer is down, and arrives by itself', async () => {
  await domains.bob.stopPostfix()
  await submission(domains.alice).sendMail({
    from: 'alice@alice.test',
    to: 'bob@bob.test',
    subject: 'three hops',
    text: 'hello',
  })
  await vi.waitFor(async () => expect(await domains.alice.queue()).toEqual(['bob@bob.test']), 10_000)
  await domains.bob.startPostfix()
  await vi.waitFor(async () => expect(await subjects(domains.bob, 'bob')).toEqual(['three hops']), 20_000)
  expect(await domains.alice.queue()).toEqual([])
})

test('a user added later receives and signs in; an unknown one is refused', async () => {
  const carol = await domains.alice.addUser('carol')
  const transport = submission(domains.alice)
  await transport.sendMail({ from: 'alice@alice.test', to: carol.address, subject: 'hi carol', text: 'x' })
  await vi.waitFor(async () => expect(await subjects(domains.alice, 'carol')).toEqual(['hi carol']), 10_000)
  await domains.alice.addUser('carol', 'changed')
  await expect(subjects(domains.alice, 'carol')).resolves.toEqual(['hi carol'])
  const refused = transport.sendMail({ from: 'alice@alice.test', to: 'nobody@alice.test', text: 'x' })
  await expect(refused).rejects.toMatchObject({ responseCode: 550 })
})

test('a seeded mailbox has exactly what the manifest says', async () => {
  await domains.alice.addUser('seeded')
  const manifest = await seedMailbox(domains.alice, 'seeded', 500)
  const client = await domains.alice.imap('seeded')
  const box = await client.mailboxOpen('INBOX')
  expect(box.exists).toBe(500)
  expect(await client.search({ seen: false }, { uid: true })).toHaveLength(manifest.unread)
  expect(await client.search({ subject: 'quarterly' }, { uid: true })).toHaveLength(manifest.quarterly)
  const newest = await client.fetchOne('*', { uid: true, envelope: true })
  expect(newest).toMatchObject({ uid: 500, envelope: { subject: manifest.newestSubject } })
  await client.logout()
})

test('a stopped server refuses connections and keeps its mail', async () => {
  await domains.bob.deliver('Subject: kept\r\n\r\nx\r\n', 'bob@bob.test')
  await domains.bob.stopDovecot()
  const refused = new Promise((resolve) =>
    net.connect(domains.bob.imapPort, '127.0.0.1').once('error', resolve),
  )
  expect(await refused).toMatchObject({ code: 'ECONNREFUSED' })
  await domains.bob.startDovecot()
  expect(await subjects(domains.bob, 'bob')).toContain('kept')
})
