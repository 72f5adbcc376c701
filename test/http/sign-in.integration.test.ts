import { decode } from 'next-auth/jwt'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../../lib/db/client'
import { checkSession } from '../../lib/domain/users/check-session'
import { guardSignIn } from '../../lib/http/guard-sign-in'
import { identify } from '../../lib/http/identify'
import { signInOptions } from '../../lib/http/sign-in'
import { closeIdleSessions } from '../../lib/protocols/imap/session-pool'
import { createTestDatabase, type TestDatabase } from '../database'
import { type MailDomain, startMailDomain } from '../servers/mail-domain'
import { callNextAuth } from './call-next-auth'
import { SECRET, setWebEnvironment } from './people'

let database: TestDatabase
let domain: MailDomain

beforeAll(async () => {
  setWebEnvironment()
  database = await createTestDatabase()
  domain = await startMailDomain({ name: 'alice', users: ['alice'], withPostfix: false })
})
beforeEach(() => {
  process.env.IMAP_URL = domain.imapsUrl
  process.env.SMTP_URL = 'smtp://127.0.0.1:9?tls=none'
  process.env.MAIL_CA_FILE = domain.caFile
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await db().rateLimit.deleteMany()
})
afterAll(async () => {
  for (const { id } of await db().mailbox.findMany()) await closeIdleSessions(id)
  await domain.stop()
  await database.drop()
})

type Cookies = Record<string, string>

/** What a browser does: asks for the token, then posts the form. */
async function post(action: string, form: Record<string, string>, jar: Cookies = {}) {
  const csrf = await callNextAuth(signInOptions(), { method: 'GET', action: 'csrf', cookies: jar })
  const cookies = { ...jar, ...csrf.cookies }
  const csrfToken = (csrf.body as { csrfToken: string }).csrfToken
  const body = { ...form, csrfToken, json: 'true' }
  const answer = await callNextAuth(signInOptions(), { method: 'POST', action, cookies, body })
  const { url } = answer.body as { url: string }
  return {
    error: new URL(url).searchParams.get('error'),
    set: answer.setCookie,
    jar: { ...cookies, ...answer.cookies },
  }
}
const signIn = (email: string, password: string) => post('callback/credentials', { email, password })
const headersWith = (jar: Cookies) =>
  new Headers({
    cookie: Object.entries(jar)
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
  })
const SESSION = 'posthorn-3000-session'

describe('signing in over a real mail server', () => {
  test('opens a session, makes the mailbox with the password encrypted, and keeps none in the cookie', async () => {
    const { error, jar, set } = await signIn('Alice@alice.test', 'alice-pw')
    expect(error).toBeNull()
    const person = await identify(headersWith(jar))
    expect(person?.sessionId && (await checkSession(person.sessionId))).toEqual({ userId: person?.userId })
    const claims = await decode({ token: jar[SESSION], secret: SECRET })
    expect(Object.keys(claims ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid', 'uid'])
    const cookie = set.find((one) => one.startsWith(SESSION))
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)
    const mailbox = await db().mailbox.findFirstOrThrow({ where: { ownerId: person?.userId } })
    expect(mailbox.address).toBe('alice@alice.test')
    expect(
      JSON.stringify(mailbox, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain('alice-pw')
  })

  test('refuses a wrong password and a wrong address alike', async () => {
    expect((await signIn('alice@alice.test', 'wrong')).error).toBe('credentials')
    expect((await signIn('nobody@alice.test', 'alice-pw')).error).toBe('credentials')
    expect(await db().user.count({ where: { email: 'nobody@alice.test' } })).toBe(0)
  })

  test('says when there were too many tries', async () => {
    const expire = new Date(Date.now() + 60_000)
    await db().rateLimit.create({ data: { key: 'sign-in-address:alice@alice.test', points: 10, expire } })
    expect((await signIn('alice@alice.test', 'alice-pw')).error).toBe('too-many')
  })

  test.each([
    ['imaps://127.0.0.1:9', 'server:connect:refused'],
    ['imaps://nowhere.invalid:993', 'server:name-look-up:not-found'],
  ])('names the step that failed for %s', async (url, error) => {
    process.env.IMAP_URL = url
    expect((await signIn('alice@alice.test', 'alice-pw')).error).toBe(error)
  })

  test('never tells the password to a server it cannot trust', async () => {
    delete process.env.MAIL_CA_FILE
    expect((await signIn('alice@alice.test', 'alice-pw')).error).toBe('server:tls:untrusted')
  })

  test('signing out ends the session on the server, not only in this browser', async () => {
    const { jar } = await signIn('alice@alice.test', 'alice-pw')
    const person = await identify(headersWith(jar))
    await post('signout', {}, jar)
    expect(person).not.toBeNull()
    expect(await identify(headersWith(jar))).toBeNull()
  })

  test('a cookie of another secret, or made up, opens nothing', async () => {
    for (const value of ['', 'x', 'a.b.c.d.e']) {
      expect(await identify(headersWith({ [SESSION]: value }))).toBeNull()
    }
  })

  test('over https the cookie is bound to the host', () => {
    vi.stubEnv('APP_URL', 'https://mail.example.org')
    expect(signInOptions().cookies?.sessionToken).toEqual({
      name: '__Host-posthorn-session',
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: true },
    })
  })
})

describe('the door to signing in', () => {
  const knock = (method: string, path: string, headers: Record<string, string> = {}) =>
    guardSignIn(
      new Request(`http://localhost:3000/api/auth/${path}`, { method, headers }),
      Promise.resolve({ nextauth: path.split('/') }),
      async () => Response.json({ url: 'http://localhost:3000/api/auth/signin?csrf=true' }),
    )

  test.each([
    ['POST', '_log'],
    ['POST', 'session'],
    ['GET', 'callback/credentials'],
    ['POST', 'signin/email'],
    ['GET', 'signout'],
  ])('%s %s is not found', async (method, path) => {
    expect((await knock(method, path)).status).toBe(404)
  })

  test('is closed to other sites', async () => {
    for (const origin of ['https://evil.example', 'null']) {
      const response = await knock('POST', 'callback/credentials', { origin })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ type: '/problems/wrong-origin' })
    }
  })

  test('a form without its token is no success', async () => {
    expect((await knock('POST', 'callback/credentials')).status).toBe(403)
  })

  test('signing out clears what the browser keeps', async () => {
    const response = await guardSignIn(
      new Request('http://localhost:3000/api/auth/signout', { method: 'POST' }),
      Promise.resolve({ nextauth: ['signout'] }),
      async () => Response.json({ url: 'http://localhost:3000/' }),
    )
    expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
  })
})
