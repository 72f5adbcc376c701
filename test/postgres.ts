// The PostgreSQL of a test run: one server, one migrated template database, a copy of it for each test file.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { PostgresBinaries } from '../lib/db/embedded-binaries'
import { type EmbeddedServer, findEmbeddedServer, startEmbeddedServer } from '../lib/db/embedded-server'
import { migrate } from '../lib/db/migrate'

export const TEMPLATE = 'posthorn_template'
const PREFIX = 'posthorn-test-postgres-'
const DEBIAN = '/usr/lib/postgresql/15/bin'

export type TestPostgres = { url: string; stop(): Promise<void> }

/**
 * Starts a server for tests and migrates the template. TEST_POSTGRES=debian takes Debian's PostgreSQL 15, the
 * one a team would give, in place of the embedded one. `url` is the superuser's, for the database `postgres`.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  await sweepLeftBehind()
  const dataDir = path.join(os.tmpdir(), `${PREFIX}${process.pid}`)
  const server = await startEmbeddedServer({ dataDir, binaries: chosenBinaries(), settings: ['fsync=off'] })
  await makeTemplate(server)
  return {
    url: server.url('postgres'),
    stop: async () => {
      await server.stop()
      fs.rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function chosenBinaries(): PostgresBinaries | undefined {
  if (process.env.TEST_POSTGRES !== 'debian') return undefined
  const binaries = { initdb: path.join(DEBIAN, 'initdb'), postgres: path.join(DEBIAN, 'postgres') }
  if (!fs.existsSync(binaries.postgres)) throw new Error(`TEST_POSTGRES=debian: ${DEBIAN} is not installed`)
  return binaries
}

async function makeTemplate(server: EmbeddedServer) {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE ${TEMPLATE}`)
  await client.end()
  await migrate(server.url(TEMPLATE))
}

/** A killed run cannot clean up: its folder is named by its process id, so the next run does it. */
async function sweepLeftBehind() {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : Number.NaN
    if (!Number.isInteger(pid) || (pid !== process.pid && isAlive(pid))) continue
    const dataDir = path.join(os.tmpdir(), name)
    await (await findEmbeddedServer(dataDir))?.stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
