import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownPort } from '../../../test/own-port'
import { type MailDomain, startMailDomain } from '../../../test/servers/mail-domain'
import { parseMailUrl } from '../../platform/mail-url'
import { MailServerError } from '../mail-server'
import { connectImap } from './connect-imap'

let domain: MailDomain
const closers: (() => void)[] = []

beforeAll(async () => {
  domain = await startMailDomain({ name: 'alice', withPostfix: false })
})
afterAll(async () => {
  for (const close of closers) close()
  await domain.stop()
})

const serverAt = (url: string, more: { password?: string; ca?: string | undefined } = {}) => ({
  endpoint: parseMailUrl(url, 'imap'),
  username: 'alice@alice.test',
  password: more.password ?? 'alice-pw',
  ca: 'ca' in more ? more.ca : domain.ca,
})

async function failure(url: string, more: { password?: string; ca?: string | undefined } = {}) {
  try {
    await (await connectImap(serverAt(url, more), { connectTimeout: 5_000 })).close()
    return 'connected'
  } catch (error) {
    if (error instanceof MailServerError) return `${error.step} ${error.code}`
    throw error
  }
}

/** A server that greets and answers by a script, and keeps what it was sent. */
async function scripted(greeting: string, answer: (line: string) => string) {
  const heard: string[] = []
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write(greeting)
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        heard.push(line)
        socket.write(answer(line))
      }
    })
  })
  const port = await ownPort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return { url: `imap://127.0.0.1:${port}?tls=starttls`, heard }
}

const tagOf = (line: string) => line.split(' ')[0]

describe('connecting to an IMAP server', () => {
  test.each([
    ['implicit TLS', () => domain.imapsUrl],
    ['STARTTLS', () => domain.imapUrl],
  ])('signs in over %s and lists folders with their roles', async (_, url) => {
    const session = await connectImap(serverAt(url()))
    const folders = await session.listFolders()
    const roles = Object.fromEntries(folders.map((folder) => [folder.path, folder.role]))
    expect(roles).toMatchObject({
      INBOX: 'inbox',
      Sent: 'sent',
      Trash: 'trash',
      Drafts: 'drafts',
      Junk: 'junk',
    })
    await session.close()
  })

  test('an unknown name fails at the name look-up', async () => {
    expect(await failure('imaps://no-such-host.invalid:993')).toMatch(/^name-look-up /)
  })

  test('a closed port fails at connect', async () => {
    const port = await ownPort()
    expect(await failure(`imaps://127.0.0.1:${port}`)).toBe('connect refused')
  })

  test('an unknown certificate is untrusted, over both kinds of TLS', async () => {
    expect(await failure(domain.imapsUrl, { ca: undefined })).toBe('tls untrusted')
    expect(await failure(domain.imapUrl, { ca: undefined })).toBe('tls untrusted')
  })

  test('a wrong password is told from other failures', async () => {
    expect(await failure(domain.imapsUrl, { password: 'wrong' })).toBe('sign-in refused-password')
  })

  test('a name mismatch is named', async () => {
    const other = await startMailDomain({
      name: 'bob',
      withPostfix: false,
      certificateNames: 'DNS:elsewhere.test',
    })
    expect(await failure(other.imapsUrl, { ca: other.ca })).toBe('tls name-mismatch')
    expect(await failure(other.imapUrl, { ca: other.ca })).toBe('tls name-mismatch')
    await other.stop()
  })

  test('without STARTTLS nothing is sent in clear text', async () => {
    const server = await scripted('* OK hi\r\n', (line) =>
      /CAPABILITY/.test(line)
        ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tagOf(line)} OK\r\n`
        : `${tagOf(line)} OK\r\n`,
    )
    expect(await failure(server.url)).toBe('tls starttls-missing')
    expect(server.heard.join('\n')).not.toMatch(/LOGIN|AUTHENTICATE|alice/)
  })

  test('a refused STARTTLS is named and nothing is sent in clear text', async () => {
    const server = await scripted('* OK hi\r\n', (line) =>
      /CAPABILITY/.test(line)
        ? `* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n${tagOf(line)} OK\r\n`
        : `${tagOf(line)} NO not today\r\n`,
    )
    expect(await failure(server.url)).toBe('tls starttls-refused')
    expect(server.heard.join('\n')).not.toMatch(/LOGIN|AUTHENTICATE|alice/)
  })

  test('PREAUTH is not a way around TLS', async () => {
    const server = await scripted('* PREAUTH welcome\r\n', (line) => `${tagOf(line)} OK\r\n`)
    expect(await failure(server.url)).toMatch(/^tls starttls-missing|^greeting/)
  })

  test('a server that says nothing fails at the greeting', async () => {
    const server = await scripted('* BYE go away\r\n', () => '')
    expect(await failure(server.url)).toMatch(/^greeting /)
  })
})

describe('a session', () => {
  test('follows COPYUID when it moves, and tells the words of a refusal', async () => {
    await domain.deliver('Subject: one\r\nMessage-ID: <one@x>\r\n\r\nhello\r\n', 'alice@alice.test')
    const session = await connectImap(serverAt(domain.imapsUrl))
    const status = await session.openFolder('INBOX')
    const range = await session.newestRange(10)
    expect(range).not.toBeNull()
    expect(status.exists).toBeGreaterThan(0)
    const uids = await session.findByMessageId('one@x')
    expect(uids).toHaveLength(1)
    const moved = await session.moveMessages(uids, 'Archive')
    expect([...moved.uidMap.keys()]).toEqual(uids)
    await session.openFolder('Archive')
    await expect(session.moveMessages([...moved.uidMap.values()], 'No/Such')).rejects.toMatchObject({
      step: 'command',
      code: 'refused',
    })
    await session.openFolder('Archive', { readOnly: true })
    await expect(session.storeFlags([1n], ['\\Seen'], [])).rejects.toMatchObject({ code: 'refused' })
    await session.close()
  })

  test('hears of new mail within two seconds', async () => {
    const session = await connectImap(serverAt(domain.imapsUrl))
    await session.openFolder('INBOX')
    const stop = AbortSignal.timeout(10_000)
    const hint = session.waitForHint(stop)
    const started = Date.now()
    await domain.deliver('Subject: two\r\n\r\nhello\r\n', 'alice@alice.test')
    expect(await hint).toMatchObject({ kind: 'exists' })
    expect(Date.now() - started).toBeLessThan(2_000)
    const before = await session.openFolder('INBOX')
    const next = session.waitForHint(stop)
    const second = await domain.imap('alice')
    const lock = await second.getMailboxLock('INBOX')
    await second.messageFlagsAdd('*', ['\\Flagged'])
    lock.release()
    expect(await next).toMatchObject({ kind: 'flags' })
    expect((await session.openFolder('INBOX')).highestModseq).toBeGreaterThan(before.highestModseq)
    await session.close()
  })

  test('shows a message of 64 levels without its structure', async () => {
    await domain.deliver(nested(64), 'alice@alice.test')
    const session = await connectImap(serverAt(domain.imapsUrl))
    const status = await session.openFolder('INBOX')
    const range = { from: 1n, to: status.uidNext - 1n }
    const found = []
    for await (const message of session.fetchMessages(range)) found.push(message)
    expect(found).toHaveLength(status.exists)
    expect(found.at(-1)?.structure).toBeNull()
    expect(Buffer.from(found.at(-1)?.header ?? []).toString()).toContain('deep')
    await session.close()
  })
})

function nested(levels: number): string {
  let body = 'Content-Type: text/plain\r\n\r\nat the bottom\r\n'
  for (let level = levels; level > 0; level--) {
    body = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${body}\r\n--b${level}--\r\n`
  }
  return `Subject: deep\r\nMIME-Version: 1.0\r\n${body}`
}
