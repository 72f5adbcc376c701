import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { db } from '../lib/db/client'
import { TEMPLATE } from './postgres'

export type TestDatabase = { url: string; drop(): Promise<void> }

/**
 * A migrated, empty database of one's own on the run's server, and DATABASE_URL pointing at it. `drop` closes
 * the process's Prisma client, removes the database and leaves room for another. Takes about 50 ms.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create(`TEMPLATE ${TEMPLATE}`)
}

/** The same without any table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return create('')
}

async function create(how: string): Promise<TestDatabase> {
  const server = process.env.POSTHORN_TEST_POSTGRES
  if (!server) throw new Error('no test server: name the file *.integration.test.ts')
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(server, `CREATE DATABASE ${name} ${how}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  process.env.DATABASE_URL = url.href
  return { url: url.href, drop: () => drop(server, name) }
}

async function drop(server: string, name: string) {
  await db().$disconnect()
  Reflect.deleteProperty(globalThis, Symbol.for('posthorn.db'))
  await run(server, `DROP DATABASE ${name} WITH (FORCE)`)
}

async function run(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
