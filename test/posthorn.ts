// A whole Posthorn as a person starts it: `npm start` with a port and a DATA_DIR of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ownPort } from './own-port'
import { until } from './until'

export type StartedPosthorn = {
  url: string
  port: number
  dataDir: string
  /** the environment it was started with, for the command line to find it */
  env: NodeJS.ProcessEnv
  /** process id of `npm start` */
  pid: number
  /** everything it printed so far */
  output(): string
  /** processes of this copy that live now: their command lines by process id */
  processes(): Map<number, string>
  /** SIGTERM to npm; resolves when no process is left, with the milliseconds it took */
  stop(): Promise<number>
  /** stops it and removes DATA_DIR */
  remove(): Promise<void>
}

const START_TIMEOUT = 300_000
const STOP_TIMEOUT = 20_000

/** Starts it and waits for "Ready". Throws with what it printed when it ends instead. */
export async function startPosthorn(
  options: { env?: Record<string, string>; dataDir?: string; args?: string[] } = {},
): Promise<StartedPosthorn> {
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-run-'))
  const port = await ownPort()
  const env = environment({ ...options.env, DATA_DIR: dataDir, PORT: String(port) })
  const child = spawn('npm', ['start', '--', ...(options.args ?? [])], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const output = collect(child)
  await until('Posthorn is ready', () => hasStarted(child, output), START_TIMEOUT)
  const processes = () => processesOf(dataDir)
  const stop = async () => {
    const began = performance.now()
    child.kill('SIGTERM')
    await until('every process is gone', () => processes().size === 0, STOP_TIMEOUT)
    return performance.now() - began
  }
  const remove = async () => {
    if (processes().size) await stop()
    fs.rmSync(dataDir, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  return { url, port, dataDir, env, pid: child.pid ?? 0, output, processes, stop, remove }
}

/** Ours without what a test run or a developer's shell has set for itself. */
function environment(given: Record<string, string>): NodeJS.ProcessEnv {
  const own = [
    'PORT',
    'HOST',
    'APP_URL',
    'DATABASE_URL',
    'APP_SECRET',
    'IMAP_URL',
    'SMTP_URL',
    'MAIL_CA_FILE',
  ]
  const foreign = ['NODE_ENV', 'VITEST', 'TEST', 'NODE_OPTIONS', 'POSTHORN_PROCESS', 'WORKER', 'LOG_LEVEL']
  const left = Object.entries(process.env).filter(([name]) => ![...own, ...foreign].includes(name))
  return { ...Object.fromEntries(left), ...given } as NodeJS.ProcessEnv
}

function collect(child: ChildProcess): () => string {
  const pieces: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => pieces.push(piece))
  return () => Buffer.concat(pieces).toString()
}

function hasStarted(child: ChildProcess, output: () => string): boolean {
  if (child.exitCode !== null) throw new Error(`Posthorn did not start:\n${output()}`)
  return /^(Ready on http|Worker ready)/m.test(output())
}

/** Found by DATA_DIR: in their environment, or, for PostgreSQL, in the command line. Zombies do not count. */
function processesOf(dataDir: string): Map<number, string> {
  const found = new Map<number, string>()
  if (!fs.existsSync(dataDir)) return found
  const real = fs.realpathSync(dataDir)
  for (const pid of fs.readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    const command = readProc(pid, 'cmdline')
    const isPostgres = command.includes(`posthorn.cluster=${real}/`)
    if (isPostgres || readProc(pid, 'environ').includes(`DATA_DIR=${dataDir}\0`))
      found.set(pid, command.replaceAll('\0', ' ').trim())
  }
  return found
}

function readProc(pid: number, name: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
