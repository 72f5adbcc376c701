import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../lib/db/client'
import { createSession } from '../../lib/domain/users/create-session'
import { revokeSession } from '../../lib/domain/users/revoke-session'
import { closeEventHub } from '../../lib/events/event-hub'
import { type Channel, publish } from '../../lib/events/publish'
import { openEventStream } from '../../lib/http/event-stream'
import { newId } from '../../lib/platform/ids'
import { createTestDatabase, type TestDatabase } from '../database'
import { callRoute } from './call-route'
import { makeRows } from './mailbox-rows'
import { makePerson, setWebEnvironment, type TestPerson } from './people'

let database: TestDatabase
let alice: TestPerson
let mailboxId: string

beforeAll(async () => {
  setWebEnvironment()
  database = await createTestDatabase()
  alice = await makePerson('alice@example.org')
  mailboxId = (await makeRows(alice.userId, alice.email)).mailboxes
})
afterAll(async () => {
  await closeEventHub()
  await database.drop()
})

const path = '/api/v1/events'
const tell = (channel: Channel, draftId: string) =>
  inTransaction((tx) => publish(tx, channel, { type: 'draft-changed', draftId }))

/** Reads a stream up to what is waited for, or to its end. */
function reader(response: Response) {
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    until: async (wanted: string) => {
      while (!text.includes(wanted)) {
        const next = await stream?.read()
        if (!next || next.done) throw new Error(`ended after ${text}`)
        text += next.value
      }
      return text
    },
    end: async () => {
      for (let next = await stream?.read(); next && !next.done; next = await stream?.read())
        text += next.value
      return text
    },
    close: () => stream?.cancel(),
  }
}

describe('an event stream', () => {
  test('tells of the own mailboxes and the own person, and of nobody else', async () => {
    const response = await callRoute({ path, cookieOf: alice })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toContain('no-transform')
    const { until, close } = reader(response)
    await until('retry: 2000\n\n')
    const [others, own, mailbox] = [newId(), newId(), newId()]
    await tell(`user:${newId()}`, others)
    await tell(`user:${alice.userId}`, own)
    await tell(`mailbox:${mailboxId}`, mailbox)
    const text = await until(mailbox)
    expect(text).toContain(`data: {"type":"draft-changed","draftId":"${own}"}\n\n`)
    expect(text).not.toContain(others)
    await close()
  })

  test('resumes after the last event, told by header or by query', async () => {
    const first = reader(await callRoute({ path, cookieOf: alice }))
    const [seen, missed] = [newId(), newId()]
    await tell(`user:${alice.userId}`, seen)
    const id = /id: (\d+)/.exec(await first.until(seen))?.[1] ?? ''
    await first.close()
    await tell(`user:${alice.userId}`, missed)
    const byHeader = reader(await callRoute({ path, cookieOf: alice, headers: { 'last-event-id': id } }))
    await byHeader.until(missed)
    const byQuery = reader(await callRoute({ path, cookieOf: alice, query: `?lastEventId=${id}` }))
    await byQuery.until(missed)
    await Promise.all([byHeader.close(), byQuery.close()])
  })

  test.each(['cross-site', 'same-site', 'none'])('is not opened for %s', async (site) => {
    const response = await callRoute({ path, cookieOf: alice, headers: { 'sec-fetch-site': site } })
    expect(response.status).toBe(403)
  })

  test('ends at once when its session is revoked', async () => {
    const eve = await makePerson('eve@example.org')
    const other = await createSession(eve.userId, { userAgent: '', address: '' })
    const { until, end } = reader(await callRoute({ path, cookieOf: eve }))
    await until('retry')
    await revokeSession(eve.userId, other)
    await until('session-ended')
    await revokeSession(eve.userId, eve.sessionId)
    await end()
    expect((await callRoute({ path, cookieOf: eve })).status).toBe(401)
  })

  test('ends when the process stops', async () => {
    const { until, end } = reader(await callRoute({ path, cookieOf: alice }))
    await until('retry')
    process.emit('app:shutdown' as never)
    await end()
  })

  test('leaves nothing behind when the browser goes', async () => {
    const listeners = () => process.listenerCount('app:shutdown')
    const before = listeners()
    const { until, close } = reader(await callRoute({ path, cookieOf: alice }))
    await until('retry')
    expect(listeners()).toBe(before + 1)
    await close()
    expect(listeners()).toBe(before)
  })

  test('beats, and ends at a beat when nobody may listen any more', async () => {
    let isLive = true
    const response = await openEventStream({
      sessionId: null,
      isLive: async () => isLive,
      channels: async () => [`user:${alice.userId}`],
      lastEventId: null,
      signal: new AbortController().signal,
      heartbeatMs: 20,
    })
    const { until, end } = reader(response)
    await until(': still here\n\n')
    isLive = false
    await end()
  })
})
