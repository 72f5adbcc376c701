import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database'
import { db } from '../../db/client'
import { closeEventHub } from '../../events/event-hub'
import { subscribe } from '../../events/subscribe'
import { newId } from '../../platform/ids'
import { changeAccount } from './change-account'
import { checkApiKey } from './check-api-key'
import { checkSession } from './check-session'
import { createApiKey } from './create-api-key'
import { createSession } from './create-session'
import { createUser } from './create-user'
import { findUser } from './find-user'
import { listApiKeys } from './list-api-keys'
import { listSessions } from './list-sessions'
import { openAccount } from './open-account'
import { revokeApiKey } from './revoke-api-key'
import { revokeSession } from './revoke-session'

const DAY_MS = 24 * 3600_000
const from = { userAgent: 'Test/1', address: '127.0.0.1' }
let database: TestDatabase
let alice: string
let bob: string

beforeAll(async () => {
  database = await createTestDatabase()
  alice = await createUser({ email: 'Alice@Example.org' })
  bob = await createUser({ email: 'bob@example.org' })
})
afterAll(async () => {
  await closeEventHub()
  await database.drop()
})

describe('people', () => {
  test('are found by any spelling of their address', async () => {
    expect(await findUser(' ALICE＠example.org')).toEqual({ id: alice, email: 'alice@example.org' })
    expect(await findUser('nobody@example.org')).toBeNull()
  })

  test('are made once, with an address that is one', async () => {
    const taken = createUser({ email: 'ALICE@example.org' })
    await expect(taken).rejects.toMatchObject({ kind: 'bad-input', fields: [{ path: 'email' }] })
    await expect(createUser({ email: 'no address' })).rejects.toMatchObject({ kind: 'bad-input' })
  })

  test('change what they give and nothing else', async () => {
    expect(await changeAccount(alice, { theme: 'dark' })).toMatchObject({
      theme: 'dark',
      density: 'comfortable',
    })
    expect(await openAccount(alice)).toMatchObject({ email: 'alice@example.org', theme: 'dark' })
  })
})

describe('a session', () => {
  test('opens for its person until it is revoked, and its streams hear of it', async () => {
    const id = await createSession(alice, from)
    expect(await checkSession(id)).toEqual({ userId: alice })
    const heard: unknown[] = []
    const close = await subscribe([`user:${alice}`], null, (event) => heard.push(event))
    await revokeSession(alice, id)
    expect(await checkSession(id)).toBeNull()
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'session-ended', sessionId: id }]))
    close()
  })

  test("is not found when it is somebody else's, already over, or no id at all", async () => {
    const id = await createSession(alice, from)
    await expect(revokeSession(bob, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await checkSession(id)).not.toBeNull()
    await revokeSession(alice, id)
    await expect(revokeSession(alice, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await checkSession("' OR 1=1 --")).toBeNull()
    expect(await checkSession(newId())).toBeNull()
  })

  test('ends after 30 days without use and after 90 in any case', async () => {
    const start = new Date()
    const id = await createSession(alice, from, start)
    const daysLater = (days: number) => new Date(start.getTime() + days * DAY_MS)
    for (const day of [29, 58, 87]) expect(await checkSession(id, daysLater(day))).not.toBeNull()
    expect(await checkSession(id, daysLater(91))).toBeNull()
    const idle = await createSession(alice, from, start)
    expect(await checkSession(idle, daysLater(31))).toBeNull()
  })

  test('is listed for its person only, the current one marked', async () => {
    const id = await createSession(bob, { userAgent: 'x'.repeat(2000), address: '::1' })
    const listed = await listSessions(bob, id)
    expect(listed).toMatchObject([{ id, current: true, address: '::1' }])
    expect(listed[0]?.userAgent).toHaveLength(300)
    expect((await listSessions(alice, id)).some((session) => session.id === id)).toBe(false)
  })
})

describe('an API key', () => {
  test('acts for its person until it is revoked, and is stored only as a hash', async () => {
    const made = await createApiKey(alice, 'script')
    expect(made.key).toMatch(/^ph_[\w-]{43}$/)
    expect(await checkApiKey(made.key)).toEqual({ userId: alice })
    const row = await db().apiKey.findUniqueOrThrow({ where: { id: made.id } })
    expect(JSON.stringify(row)).not.toContain(made.key.slice(10))
    expect(row.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await listApiKeys(alice))[0]).toMatchObject({ id: made.id, prefix: made.key.slice(0, 10) })
    await expect(revokeApiKey(bob, made.id)).rejects.toMatchObject({ kind: 'not-found' })
    await revokeApiKey(alice, made.id)
    expect(await checkApiKey(made.key)).toBeNull()
    expect(await listApiKeys(alice)).toEqual([])
  })

  test.each(['', 'ph_', 'ph_%', `ph_${'a'.repeat(43)}`])('%j opens nothing', async (key) => {
    expect(await checkApiKey(key)).toBeNull()
  })
})
