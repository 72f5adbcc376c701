import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Operation, operations } from '../../lib/contract/operations'
import { db } from '../../lib/db/client'
import { newId } from '../../lib/platform/ids'
import { createTestDatabase, type TestDatabase } from '../database'
import { type CallOptions, callRoute } from './call-route'
import { makeRows } from './mailbox-rows'
import { makePerson, setWebEnvironment, type TestPerson } from './people'

let database: TestDatabase
let alice: TestPerson
let mallory: TestPerson
let rows: Awaited<ReturnType<typeof makeRows>>

beforeAll(async () => {
  setWebEnvironment()
  database = await createTestDatabase()
  alice = await makePerson('alice@example.org')
  mallory = await makePerson('mallory@example.org')
  rows = await makeRows(alice.userId, alice.email)
})
afterAll(() => database.drop())

const closed = operations.filter((operation) => !operation.open)
const withId = closed.filter((operation) => operation.path.includes('{id}'))
const changes = closed.filter((operation) => operation.method !== 'get')
const nameOf = ({ method, path }: Operation) => [`${method.toUpperCase()} ${path}`] as const
const table = (list: Operation[]) => list.map((operation) => [...nameOf(operation), operation] as const)

function idFor(path: string): string {
  const kind = path.split('/')[3] ?? ''
  if (kind === 'sessions') return alice.sessionId
  if (kind === 'api-keys') return alice.keyId
  return rows[kind as keyof typeof rows]
}

/** A body that is right in itself, so that only the person is wrong. */
function bodyFor({ path, method }: Operation): unknown {
  if (path.endsWith('/flags')) return { ids: [rows.messages], add: ['seen'] }
  if (path.endsWith('/move')) return { ids: [rows.messages], folderId: rows.folders }
  if (path.endsWith('/delete')) return { ids: [rows.messages] }
  if (path.includes('/drafts') && method !== 'delete') {
    return { mailboxId: rows.mailboxes, subject: 'x', ...(method === 'put' && { revision: 1 }) }
  }
  if (path === '/api/v1/outbox') return { mailboxId: rows.mailboxes, to: ['b@example.org'], subject: 'x' }
  if (path.endsWith('/account')) return { theme: 'dark' }
  if (path.endsWith('/api-keys')) return { name: 'x' }
  return undefined
}

async function call(operation: Operation, more: Partial<CallOptions>): Promise<Response> {
  const method = operation.method.toUpperCase()
  const isRead = method === 'GET'
  const headers = { 'idempotency-key': newId(), ...more.headers }
  const id = operation.path.includes('{id}') ? { id: idFor(operation.path) } : {}
  const query = operation.path.endsWith('/search') ? { query: '?q=hello' } : {}
  const body = isRead ? {} : { body: bodyFor(operation) }
  return callRoute({ path: operation.path, method, ...id, ...query, ...body, ...more, headers })
}

async function problem(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return (await response.json()) as { status: number; requestId: string; errors?: { path: string }[] }
}

describe('without signing in', () => {
  test.each(table(closed))('%s answers 401', async (_, operation) => {
    const response = await call(operation, {})
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toContain('Bearer')
    expect((await problem(response)).requestId).toBe(response.headers.get('x-request-id'))
  })

  test.each(['Bearer ph_', `Bearer ph_${'a'.repeat(43)}`, 'Basic YTpi', 'Bearer '])(
    '%j is no key',
    async (value) => {
      const response = await callRoute({
        path: '/api/v1/account',
        cookieOf: alice,
        headers: { authorization: value },
      })
      expect(response.status).toBe(401)
    },
  )
})

describe("with somebody else's id", () => {
  test.each(table(withId))('%s answers 404', async (_, operation) => {
    const response = await call(operation, { cookieOf: mallory })
    expect(response.status).toBe(404)
    expect((await problem(response)).status).toBe(404)
  })

  test.each(table(withId))('%s answers 404 to an id that is none', async (_, operation) => {
    for (const id of ['1', '../../etc/passwd', "' OR 1=1 --", newId().toUpperCase(), newId()]) {
      expect((await call(operation, { cookieOf: alice, id })).status).toBe(404)
    }
  })

  test.each([
    ['/api/v1/messages/flags', () => ({ ids: [rows.messages], add: ['seen'] })],
    ['/api/v1/messages/delete', () => ({ ids: [rows.messages] })],
  ])('POST %s changes nothing', async (path, body) => {
    const response = await callRoute({ path, method: 'POST', cookieOf: mallory, body: body() })
    if (response.status === 404) return
    expect(await response.json()).toMatchObject({ results: [{ id: rows.messages, ok: false }] })
  })

  test.each([
    ['/api/v1/messages/move', () => ({ ids: [rows.messages], folderId: rows.folders })],
    ['/api/v1/drafts', () => ({ mailboxId: rows.mailboxes, subject: 'x' })],
    ['/api/v1/outbox', () => ({ mailboxId: rows.mailboxes, to: ['b@example.org'], text: 'x' })],
  ])('POST %s answers 404', async (path, body) => {
    const headers = { 'idempotency-key': newId() }
    expect((await callRoute({ path, method: 'POST', cookieOf: mallory, body: body(), headers })).status).toBe(
      404,
    )
  })

  test('a search in their mailbox answers 404', async () => {
    const query = `?q=hello&mailbox=${rows.mailboxes}`
    expect((await callRoute({ path: '/api/v1/search', query, cookieOf: mallory })).status).toBe(404)
  })

  test.each(['/message-body/{id}'])('%s answers 404', async (path) => {
    expect((await callRoute({ path, id: rows.messages, cookieOf: mallory })).status).toBe(404)
    expect((await callRoute({ path, id: rows.messages })).status).toBe(401)
  })
})

describe('a change from another site', () => {
  const elsewhere: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  ]
  test.each(table(changes))('%s answers 403', async (_, operation) => {
    for (const headers of elsewhere) {
      expect((await call(operation, { cookieOf: alice, headers })).status).toBe(403)
    }
  })

  test('by a script with a key needs no origin', async () => {
    const response = await callRoute({
      path: '/api/v1/account',
      method: 'PATCH',
      keyOf: alice,
      body: { name: 'Alice' },
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ name: 'Alice' })
  })

  test('a key cannot make keys', async () => {
    const body = { name: 'x' }
    expect((await callRoute({ path: '/api/v1/api-keys', method: 'POST', keyOf: alice, body })).status).toBe(
      403,
    )
  })
})

describe('CR, LF and NUL', () => {
  const control = ['a\r\nBcc: evil@example.org', 'a\nb', 'a\rb', 'a\0b']
  const send = (body: object) => ({
    path: '/api/v1/outbox',
    method: 'POST',
    cookieOf: alice,
    headers: { 'idempotency-key': newId() },
    body: { mailboxId: rows.mailboxes, to: ['b@example.org'], subject: 'x', text: 'x', ...body },
  })
  const pathsOf = async (options: CallOptions) => {
    const response = await callRoute(options)
    expect(response.status).toBe(400)
    return (await problem(response)).errors?.map((error) => error.path)
  }

  test.each(control)('%j in a subject or a name is refused by its field', async (text) => {
    expect(await pathsOf(send({ subject: text }))).toEqual(['subject'])
    const account = { path: '/api/v1/account', method: 'PATCH', cookieOf: alice, body: { name: text } }
    expect(await pathsOf(account)).toEqual(['name'])
  })

  test.each(control)('%j in an address is refused by its field', async (text) => {
    for (const field of ['to', 'cc', 'bcc']) {
      expect(await pathsOf(send({ [field]: [`${text}@example.org`] }))).toEqual([`${field}.0`])
      expect(await pathsOf(send({ [field]: [`"${text}" <b@example.org>`] }))).toEqual([`${field}.0`])
    }
  })

  test.each(control)('%j in a file name is refused by its field', async (text) => {
    const name = encodeURIComponent(text)
    const paths = await pathsOf({
      path: '/api/v1/uploads',
      method: 'POST',
      cookieOf: alice,
      body: new Uint8Array(3),
      headers: {
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
        'content-type': 'text/plain',
      },
    })
    expect(paths).toEqual(['filename'])
  })

  test('NUL in a search is refused by its field', async () => {
    expect(await pathsOf({ path: '/api/v1/search', query: '?q=a%00b', cookieOf: alice })).toEqual(['q'])
  })
})

describe('a read', () => {
  test.each([
    '/api/v1/mailboxes',
    '/api/v1/account',
    '/api/v1/sessions',
    '/api/v1/api-keys',
    '/api/v1/drafts',
    '/api/v1/outbox',
  ])('%s carries an ETag, answers 304 and is never kept by others', async (path) => {
    const first = await callRoute({ path, cookieOf: alice })
    expect(first.status).toBe(200)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"/)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
    const again = await callRoute({ path, cookieOf: alice, headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  test('unknown fields and parameters are refused', async () => {
    const query = '?limit=5&x=1'
    expect((await callRoute({ path: '/api/v1/outbox', query, cookieOf: alice })).status).toBe(400)
    const body = { theme: 'dark', isAdmin: true }
    const response = await callRoute({ path: '/api/v1/account', method: 'PATCH', cookieOf: alice, body })
    expect(response.status).toBe(400)
    expect((await problem(response)).errors).toMatchObject([{ path: 'isAdmin' }])
  })
})

test('health says ok, and why not', async () => {
  expect(await (await callRoute({ path: '/api/health' })).json()).toEqual({ status: 'ok' })
  const rows = await db().$queryRaw<{ migration_name: string }[]>`
    UPDATE _prisma_migrations SET rolled_back_at = now() RETURNING migration_name`
  const response = await callRoute({ path: '/api/health' })
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({
    status: 'unavailable',
    reasons: [expect.stringContaining('not applied')],
  })
  expect(rows.length).toBeGreaterThan(0)
})
