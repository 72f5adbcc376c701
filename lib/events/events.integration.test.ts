import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTestDatabase } from '../../test/database'
import type { LiveEvent } from '../contract/events'
import { db, inTransaction } from '../db/client'
import { newId } from '../platform/ids'
import { closeEventHub } from './event-hub'
import { pruneEvents } from './prune-events'
import { type Channel, publish } from './publish'
import { subscribe } from './subscribe'

let database: Awaited<ReturnType<typeof createTestDatabase>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(() => closeEventHub())
afterAll(async () => {
  await db().$disconnect()
  await database.drop()
})

const channel = (): Channel => `user:${newId()}`
const draftEvent = (draftId = newId()): LiveEvent => ({ type: 'draft-changed', draftId })
const publishNow = (to: Channel, event: LiveEvent) => inTransaction((tx) => publish(tx, to, event))

/** Collects what a subscriber hears. */
async function listener(channels: Channel[], lastEventId: string | null = null) {
  const heard: { event: LiveEvent; id: string }[] = []
  const close = await subscribe(channels, lastEventId, (event, id) => heard.push({ event, id }))
  return { heard, close, events: () => heard.map((one) => one.event) }
}

describe('live events', () => {
  test('are heard on their channel only, after the commit', async () => {
    const mine = channel()
    const { events, close } = await listener([mine])
    const event = draftEvent()
    await publishNow(channel(), draftEvent())
    await inTransaction(async (tx) => {
      await publish(tx, mine, event)
      expect(events()).toEqual([])
    })
    await vi.waitFor(() => expect(events()).toEqual([event]))
    close()
  })

  test('are not heard when the transaction rolls back', async () => {
    const mine = channel()
    const { events } = await listener([mine])
    const rolledBack = inTransaction(async (tx) => {
      await publish(tx, mine, draftEvent())
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    const after = draftEvent()
    await publishNow(mine, after)
    await vi.waitFor(() => expect(events()).toEqual([after]))
  })

  test('are not heard after close', async () => {
    const mine = channel()
    const [closed, open] = [await listener([mine]), await listener([mine])]
    closed.close()
    await publishNow(mine, draftEvent())
    await vi.waitFor(() => expect(open.heard).toHaveLength(1))
    expect(closed.heard).toEqual([])
  })

  test('resume after the last one heard', async () => {
    const mine = channel()
    const first = await listener([mine])
    await publishNow(mine, draftEvent())
    await vi.waitFor(() => expect(first.heard).toHaveLength(1))
    first.close()
    const missed = draftEvent()
    await publishNow(mine, missed)
    const again = await listener([mine], first.heard[0]?.id ?? '')
    expect(again.events()).toContainEqual(missed)
  })

  test('a commit that came late, with a lower id, is not lost to one who resumes', async () => {
    const mine = channel()
    const late = draftEvent()
    const first = await listener([mine])
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let inserted: () => void = () => undefined
    const isInserted = new Promise<void>((resolve) => {
      inserted = resolve
    })
    const slow = inTransaction(async (tx) => {
      await publish(tx, mine, late)
      inserted()
      await held
    })
    await isInserted
    await publishNow(mine, draftEvent())
    await vi.waitFor(() => expect(first.heard).toHaveLength(1))
    first.close()
    release()
    await slow
    const again = await listener([mine], first.heard[0]?.id ?? '')
    expect(again.events()).toContainEqual(late)
  })

  test('one whose past is gone is told to read all again', async () => {
    const mine = channel()
    const first = await listener([mine])
    await publishNow(mine, draftEvent())
    await vi.waitFor(() => expect(first.heard).toHaveLength(1))
    const tomorrow = new Date(Date.now() + 25 * 3600_000)
    expect(await pruneEvents(tomorrow)).toBeGreaterThan(0)
    const again = await listener([mine], first.heard[0]?.id ?? '')
    expect(again.events()).toEqual([{ type: 'resync' }])
  })

  test('what was published while the connection was down arrives after it is back, once', async () => {
    const mine = channel()
    const { events } = await listener([mine])
    const admin = new Client({ connectionString: database.url })
    await admin.connect()
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'posthorn events' AND datname = current_database()`)
    await admin.end()
    const [one, two] = [draftEvent(), draftEvent()]
    await publishNow(mine, one)
    await publishNow(mine, two)
    await vi.waitFor(() => expect(events()).toEqual([one, two]), { timeout: 10_000 })
  })

  test('an event too large for NOTIFY does not exist: fifty ids of each kind fit', async () => {
    const mine = channel()
    const { events } = await listener([mine])
    const ids = Array.from({ length: 50 }, newId)
    const event: LiveEvent = {
      type: 'messages-changed',
      mailboxId: newId(),
      folderId: newId(),
      ids,
      threadIds: ids,
      arrived: true,
    }
    await publishNow(mine, event)
    await vi.waitFor(() => expect(events()).toEqual([event]))
  })
})
