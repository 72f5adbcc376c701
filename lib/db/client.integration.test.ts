import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database'
import { db, inTransaction } from './client'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const countEvents = async () => db().event.count()

test('a transaction that throws leaves nothing behind', async () => {
  const work = inTransaction(async (tx) => {
    await tx.event.create({ data: { channel: 'user:x', payload: {} } })
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await countEvents()).toBe(0)
})

test('a transaction that ends is there', async () => {
  await inTransaction((tx) => tx.event.create({ data: { channel: 'user:x', payload: {} } }))
  expect(await countEvents()).toBe(1)
})
