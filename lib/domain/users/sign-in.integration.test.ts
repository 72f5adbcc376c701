import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database'
import { db } from '../../db/client'
import { MailServerError } from '../../protocols/mail-server'
import { checkSession } from './check-session'
import { createUser } from './create-user'
import { findUser } from './find-user'
import { type SignInTry, signIn } from './sign-in'
import { TRIES_PER_ADDRESS, TRIES_PER_NETWORK } from './sign-in-limit'
import { verifyMailPassword } from './verify-mail-password'

// the door to the mail server; the real one is tried in test/http
vi.mock('./verify-mail-password', () => ({ verifyMailPassword: vi.fn() }))
const server = vi.mocked(verifyMailPassword)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(() => {
  server.mockImplementation(async (address, password) =>
    address === 'alice@example.org' && password === 'right' ? 'ok' : 'refused',
  )
})
afterEach(async () => {
  server.mockReset()
  await db().rateLimit.deleteMany()
})
afterAll(() => database.drop())

const after = vi.fn(async () => 'mailbox')
const attempt = (email: string, password: string, network = '192.0.2.1'): SignInTry => ({
  email,
  password,
  network,
  from: { userAgent: 'Test/1', address: network },
})
const failure = (email: string, password: string, network?: string) =>
  signIn(attempt(email, password, network), after).then(
    () => 'signed in',
    (error: Error) => error.message,
  )

describe('signing in', () => {
  test('makes the person at the first time, sets up the mailbox, opens a session', async () => {
    const signedIn = await signIn(attempt('Alice@Example.org', 'right'), after)
    expect(await findUser('alice@example.org')).toMatchObject({ id: signedIn.userId })
    expect(after).toHaveBeenLastCalledWith({
      userId: signedIn.userId,
      address: 'alice@example.org',
      password: 'right',
    })
    expect(await checkSession(signedIn.sessionId)).toEqual({ userId: signedIn.userId })
    expect((await signIn(attempt('alice@example.org', 'right'), after)).userId).toBe(signedIn.userId)
  })

  test('refuses a wrong address and a wrong password with the same word, and makes nobody', async () => {
    expect(await failure('alice@example.org', 'wrong')).toBe('credentials')
    expect(await failure('mallory@example.org', 'right')).toBe('credentials')
    expect(await failure('not an address', 'right')).toBe('credentials')
    expect(await findUser('mallory@example.org')).toBeNull()
  })

  test.each(['', 'x\r\nA2 DELETE INBOX', 'x\0', 'x'.repeat(1001)])(
    'never tells the server %j',
    async (password) => {
      expect(await failure('alice@example.org', password)).toBe('credentials')
      expect(server).not.toHaveBeenCalled()
    },
  )

  test('names the failing step of a server that is down, and does not count the try', async () => {
    server.mockResolvedValue(new MailServerError('connect', 'refused', 'imap.example.org:993', ''))
    for (let i = 0; i < TRIES_PER_ADDRESS + 2; i++) {
      expect(await failure('alice@example.org', 'right')).toBe('server:connect:refused')
    }
  })

  test('works with a password of our own, without a mail server', async () => {
    await createUser({ email: 'carol@example.org', password: 'own password' })
    server.mockResolvedValue(new MailServerError('connect', 'refused', 'imap.example.org:993', ''))
    const signedIn = await signIn(attempt('carol@example.org', 'own password'), after)
    expect(signedIn.email).toBe('carol@example.org')
    expect(server).not.toHaveBeenCalled()
  })

  test('does the same work for every refusal: a person of ours, of the server, and nobody', async () => {
    await createUser({ email: 'dave@example.org', password: 'own password' })
    const times: number[] = []
    for (const address of ['dave@example.org', 'alice@example.org', 'nobody@example.org']) {
      const start = performance.now()
      expect(await failure(address, 'wrong')).toBe('credentials')
      times.push(performance.now() - start)
    }
    expect(server).toHaveBeenCalledTimes(3)
    // without the same password hash each time one of them would be some 300 ms faster
    expect(Math.min(...times)).toBeGreaterThan(Math.max(...times) / 4)
  })
})

const count = (key: string, points: number) =>
  db().rateLimit.create({ data: { key, points, expire: new Date(Date.now() + 60_000) } })

describe('too many tries', () => {
  test('at one address stop it, from every network, even with the right password', async () => {
    await count('sign-in-address:alice@example.org', TRIES_PER_ADDRESS - 1)
    expect(await failure('alice@example.org', 'wrong', '192.0.2.2')).toBe('credentials')
    expect(await failure('alice@example.org', 'right', '198.51.100.9')).toBe('too-many')
    expect(await failure('ALICE@example.org', 'right', '198.51.100.9')).toBe('too-many')
  })

  test('made at once are all counted', async () => {
    const tries = Array.from({ length: TRIES_PER_ADDRESS + 5 }, () => failure('alice@example.org', 'wrong'))
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer === 'credentials')).toHaveLength(TRIES_PER_ADDRESS)
    expect(answers.filter((answer) => answer === 'too-many')).toHaveLength(5)
  })

  test('from one network stop it for every address', async () => {
    await count('sign-in-network:203.0.113.5', TRIES_PER_NETWORK)
    expect(await failure('alice@example.org', 'right', '203.0.113.5')).toBe('too-many')
    expect(await failure('alice@example.org', 'right', '203.0.113.6')).toBe('signed in')
  })

  test('are forgiven by the right password', async () => {
    await count('sign-in-address:alice@example.org', TRIES_PER_ADDRESS - 1)
    expect(await failure('alice@example.org', 'right')).toBe('signed in')
    expect(await failure('alice@example.org', 'wrong')).toBe('credentials')
  })
})
