import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEmptyDatabase, type TestDatabase } from '../../test/database'
import { migrate } from './migrate'

let database: TestDatabase
let folder: string
let client: pg.Client

beforeEach(async () => {
  database = await createEmptyDatabase()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-migrations-'))
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterEach(async () => {
  await client.end()
  await database.drop()
  fs.rmSync(folder, { recursive: true })
})

const write = (name: string, sql: string) => {
  fs.mkdirSync(path.join(folder, name), { recursive: true })
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}
const run = () => migrate(database.url, folder)

describe('migrations', () => {
  test('are applied in order, once', async () => {
    write('2_second', 'ALTER TABLE "a" ADD COLUMN "y" INTEGER;')
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER);')
    expect(await run()).toEqual(['1_first', '2_second'])
    expect(await run()).toEqual([])
  })

  test('are each applied once when ten processes start together', async () => {
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER); INSERT INTO "a" SELECT 1 FROM pg_sleep(0.2);')
    const applied = await Promise.all(Array.from({ length: 10 }, run))
    expect(applied.flat()).toEqual(['1_first'])
    const { rows } = await client.query('SELECT count(*)::int AS n FROM "a"')
    expect(rows).toEqual([{ n: 1 }])
  })

  test('leave the rows that Prisma leaves', async () => {
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER);')
    await run()
    const { rows } = await client.query('SELECT * FROM _prisma_migrations')
    const checksum = createHash('sha256').update('CREATE TABLE "a" ("x" INTEGER);').digest('hex')
    expect(rows).toMatchObject([
      { migration_name: '1_first', checksum, applied_steps_count: 1, logs: null, rolled_back_at: null },
    ])
    expect(rows[0].finished_at).toBeInstanceOf(Date)
  })

  test('are refused when one was changed after it was applied', async () => {
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER);')
    await run()
    write('1_first', 'CREATE TABLE "a" ("x" BIGINT);')
    await expect(run()).rejects.toThrow('migration 1_first was changed after it was applied')
  })

  test('are refused on a database that a newer Posthorn has used', async () => {
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER);')
    write('2_second', 'CREATE TABLE "b" ("x" INTEGER);')
    await run()
    fs.rmSync(path.join(folder, '2_second'), { recursive: true })
    await expect(run()).rejects.toThrow('2_second')
  })

  test('that fail leave nothing behind, and stand in the error', async () => {
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER); SELECT 1/0;')
    await expect(run()).rejects.toThrow('migration 1_first failed and was undone: division by zero')
    const { rows } = await client.query(`SELECT to_regclass('"a"') AS a`)
    expect(rows).toEqual([{ a: null }])
    write('1_first', 'CREATE TABLE "a" ("x" INTEGER);')
    expect(await run()).toEqual(['1_first'])
  })
})
