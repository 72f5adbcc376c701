import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedServer, findEmbeddedServer, startEmbeddedServer } from '../../lib/db/embedded-server'
import { ensureDatabase } from '../../lib/db/ensure-database'
import type { Config } from '../../lib/platform/config'
import { readFileOf } from './app-secret'

export type Database = {
  url: string
  /** a few words for the step line */
  how: string
  stop(): Promise<void>
}

const NAME = 'posthorn'
const PATIENCE = 60_000
// not up yet: refused, name not known yet (compose), starting, stopping
const PASSING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  '57P03',
  '57P01',
])

/**
 * The database to use: the given one (waited for up to a minute), else the embedded one, adopted when it runs and
 * started when `mayStart`. `stop` stops an embedded server that is ours to stop.
 */
export async function openDatabase(config: Config, { mayStart }: { mayStart: boolean }): Promise<Database> {
  if (config.databaseUrl) return openGiven(config)
  const server = mayStart
    ? await startEmbeddedServer({ dataDir: config.dataDir })
    : await findEmbeddedServer(config.dataDir)
  if (!server)
    throw new Error(`DATABASE_URL: not set, and no Posthorn runs its own database in "${config.dataDir}"`)
  await ensureDatabase(server.url('postgres'), NAME)
  const stop = async () => {
    if (mayStart) await server.stop()
  }
  return { url: server.url(NAME), how: describe(server), stop }
}

function describe(server: EmbeddedServer): string {
  return `embedded PostgreSQL ${server.adopted ? 'adopted' : 'started'} on port ${server.port}`
}

async function openGiven(config: Config): Promise<Database> {
  const url = new URL(config.databaseUrl ?? '')
  if (config.databasePasswordFile)
    url.password = encodeURIComponent(
      readFileOf('DATABASE_PASSWORD_FILE', config.databasePasswordFile).trim(),
    )
  await waitUntilItAnswers(url.href)
  return { url: url.href, how: `given, on ${url.host}`, stop: async () => {} }
}

async function waitUntilItAnswers(url: string) {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const failure = await failureOf(url)
    if (!failure) return
    if (!PASSING.has(failure.code ?? '') || Date.now() > deadline)
      throw new Error(`DATABASE_URL: ${failure.message || failure.code}`)
    await delay(500)
  }
}

async function failureOf(url: string): Promise<NodeJS.ErrnoException | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return undefined
  } catch (error) {
    return error as NodeJS.ErrnoException
  } finally {
    await client.end().catch(() => {})
  }
}
