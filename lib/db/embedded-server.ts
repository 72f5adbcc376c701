// The embedded PostgreSQL: the server programs from npm, on a loopback port of their own, data in DATA_DIR.
// It is its own process group and outlives a crash of ours; the next start adopts it. Only one launcher at a
// time may call this for a DATA_DIR; everybody else is given the URL.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import getPort from 'get-port'
import pg from 'pg'
import { embeddedBinaries, type PostgresBinaries } from './embedded-binaries'
import { makeCluster, serverEnvironment, superuserPassword } from './embedded-cluster'
import { type EmbeddedPaths, embeddedPaths, folderSeenFromInside } from './embedded-paths'
import { isServerOf, markerOf, type RunningServer, runningServer } from './embedded-process'
import { type ServerUser, serverUser } from './embedded-user'

export type EmbeddedServer = {
  pid: number
  port: number
  /** true when it was running already, left by a crash */
  adopted: boolean
  /** connection URL of the superuser for one database */
  url(database: string): string
  /** fast shutdown; resolves when the process is gone */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  /** other server programs than those from npm */
  binaries?: PostgresBinaries
  /** further `name=value` settings */
  settings?: string[]
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=on',
  'shared_buffers=64MB',
  'max_connections=100',
  'max_wal_size=256MB',
  'timezone=UTC',
  'log_timezone=UTC',
]
const START_TIMEOUT = 90_000
const STOP_TIMEOUT = 20_000
const LOG_LIMIT = 5_000_000

/** Starts the server of DATA_DIR, or adopts the one that runs. Throws with the end of its log when it cannot. */
export async function startEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const paths = embeddedPaths(options.dataDir)
  const user = serverUser(paths.cluster)
  const binaries = options.binaries ?? embeddedBinaries(user)
  makeCluster(paths, binaries, user)
  const deadline = Date.now() + START_TIMEOUT
  while (Date.now() < deadline) {
    const adopted = await adopt(paths)
    if (adopted) return adopted
    const started = await startOnce(paths, binaries, user, options.settings ?? [], deadline)
    if (started) return handle(paths, started, false)
    await delay(250) // the port was taken, or orphaned backends of a killed server still hold its memory
  }
  throw new Error(`the embedded PostgreSQL did not start: ${endOfLog(paths)}`)
}

/** The server of DATA_DIR if one runs and answers; null otherwise. Starts nothing. */
export async function findEmbeddedServer(dataDir: string): Promise<EmbeddedServer | null> {
  return fs.existsSync(dataDir) ? adopt(embeddedPaths(dataDir)) : null
}

/** Waits for a running server to answer (it may be recovering or stopping); clears a pid file of nobody. */
async function adopt(paths: EmbeddedPaths): Promise<EmbeddedServer | null> {
  const deadline = Date.now() + START_TIMEOUT
  for (let running = runningServer(paths); running; running = runningServer(paths)) {
    if (running.port && (await answers(paths, running.port))) return handle(paths, running, true)
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${running.pid}) runs but does not answer`)
    await delay(100)
  }
  fs.rmSync(paths.pidFile, { force: true })
  return null
}

/** One try: null when the server ended again for a reason that may pass; throws for any other. */
async function startOnce(
  paths: EmbeddedPaths,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  settings: string[],
  deadline: number,
): Promise<RunningServer | null> {
  const port = await getPort({ host: '127.0.0.1' })
  const logStart = fs.statSync(paths.log, { throwIfNoEntry: false })?.size ?? 0
  const child = spawnServer(paths, binaries.postgres, user, port, settings)
  const end = watchEnd(child)
  while (!end.reason) {
    if (Date.now() > deadline) {
      child.kill('SIGQUIT')
      throw new Error(`the embedded PostgreSQL did not become ready: ${endOfLog(paths)}`)
    }
    if (await answers(paths, port)) {
      child.unref() // only now: earlier, node could end with this wait unsettled
      return { pid: child.pid as number, port }
    }
    await delay(25)
  }
  const said = endOfLog(paths, logStart)
  if (/could not bind|Address already in use|shared memory block|still in use/i.test(said)) return null
  throw new Error(`the embedded PostgreSQL ended (${end.reason}): ${said}`)
}

function spawnServer(
  paths: EmbeddedPaths,
  program: string,
  user: ServerUser | undefined,
  port: number,
  settings: string[],
): ChildProcess {
  const flags = [...SETTINGS, ...settings, markerOf(paths.cluster)].flatMap((setting) => ['-c', setting])
  const log = openLog(paths)
  try {
    return spawn(program, ['-D', folderSeenFromInside(paths.cluster), '-p', String(port), ...flags], {
      ...user,
      cwd: paths.cluster,
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      detached: true,
    })
  } finally {
    fs.closeSync(log)
  }
}

function watchEnd(child: ChildProcess): { reason: string | undefined } {
  const end: { reason: string | undefined } = { reason: undefined }
  child.once('error', (error) => {
    end.reason = error.message
  })
  child.once('exit', (code, signal) => {
    end.reason ??= signal ?? `exit code ${code}`
  })
  return end
}

/** A file, not a pipe: the server must be able to write after we are gone. One old file is kept. */
function openLog(paths: EmbeddedPaths): number {
  const size = fs.statSync(paths.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) fs.renameSync(paths.log, `${paths.log}.1`)
  return fs.openSync(paths.log, 'a', 0o600)
}

function endOfLog(paths: EmbeddedPaths, from = 0): string {
  const bytes = fs.existsSync(paths.log) ? fs.readFileSync(paths.log) : Buffer.alloc(0)
  return bytes
    .subarray(Math.max(Math.min(from, bytes.length), bytes.length - 1500))
    .toString()
    .trim()
}

async function answers(paths: EmbeddedPaths, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: urlOf(paths, port, 'postgres'),
    connectionTimeoutMillis: 2000,
    query_timeout: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false
    throw new Error(`the password in ${paths.password} is not the one of the database beside it`)
  } finally {
    await client.end().catch(() => {})
  }
}

function urlOf(paths: EmbeddedPaths, port: number, database: string): string {
  return `postgresql://postgres:${superuserPassword(paths)}@127.0.0.1:${port}/${database}`
}

function handle(paths: EmbeddedPaths, server: RunningServer, adopted: boolean): EmbeddedServer {
  return {
    ...server,
    adopted,
    url: (database) => urlOf(paths, server.port, database),
    stop: () => stopServer(paths, server.pid),
  }
}

/** Fast shutdown, then an immediate one: the write-ahead log makes both safe. */
async function stopServer(paths: EmbeddedPaths, pid: number) {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isServerOf(pid, paths.cluster)) process.kill(pid, signal)
    const deadline = Date.now() + STOP_TIMEOUT
    while (isServerOf(pid, paths.cluster) && Date.now() < deadline) await delay(25)
  }
  if (isServerOf(pid, paths.cluster)) throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}
