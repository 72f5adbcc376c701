import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'

type Migration = { name: string; sql: string; checksum: string }

// Prisma's own lock number, so that its command line tool and we wait for each other
const LOCK = 72707369
const LOCK_TIMEOUT = '120s'

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies the migrations of `folder` that `url`'s database does not have yet, each in its own transaction, and
 * records them as `prisma migrate deploy` does. Any number of processes may call it at once. Answers the names
 * applied. Throws when an applied migration was changed since, or when the database is newer than the folder.
 */
export async function migrate(url: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // a lost connection fails the query under way, which throws
  await client.connect()
  try {
    await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    return await applyMissing(client, readMigrations(folder))
  } finally {
    await client.end() // frees the lock
  }
}

async function applyMissing(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(CREATE_TABLE)
  const applied = await readApplied(client)
  for (const name of applied.keys())
    if (!migrations.some((migration) => migration.name === name))
      throw new Error(`the database has migration ${name}, this Posthorn does not: it is older than the data`)
  const missing = migrations.filter((migration) => isMissing(migration, applied.get(migration.name)))
  for (const migration of missing) await apply(client, migration)
  return missing.map((migration) => migration.name)
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

function isMissing(migration: Migration, checksum: string | undefined): boolean {
  if (checksum !== undefined && checksum !== migration.checksum)
    throw new Error(`migration ${migration.name} was changed after it was applied`)
  return checksum === undefined
}

async function apply(client: pg.Client, migration: Migration) {
  try {
    await client.query('BEGIN')
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw new Error(`migration ${migration.name} failed and was undone: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function readMigrations(folder: string): Migration[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return entries
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString(), checksum: createHash('sha256').update(bytes).digest('hex') }
    })
}
