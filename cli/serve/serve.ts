// The launcher's second half, run by cli/start.mjs once everything is built: opens the database, starts the
// processes, says "Ready", and takes all of it down again.
import { migrate } from '../../lib/db/migrate'
import { type Config, parseConfig } from '../../lib/platform/config'
import { print, step } from '../prepare/steps.mjs'
import { readAppSecret } from './app-secret'
import { checkMailServerFiles } from './check-mail-server-files'
import { type Child, startChild } from './child'
import { childEnvironment } from './child-environment'
import { type Facts, spawnReady } from './child-ready'
import { holdDataDir } from './data-dir'
import { type Database, openDatabase } from './database'
import { forgetDemo, recallDemo, rememberDemo } from './demo-servers'
import { holdPort } from './hold-port'
import { startPostOffice } from './post-office'
import { onStopSignal } from './stop-signals'

export type ServeOptions = { dev: boolean; only: 'web' | 'worker' | undefined; buildDir: string }

/** What was started: web and worker, what they stand on (last things last), and whether it is coming down already. */
type Started = { children: Child[]; ground: { stop(): Promise<void> }[]; stopping?: Promise<void> }

/** Starts everything and answers once it serves; from then on signals decide. Throws what a person can act on. */
export async function serve(options: ServeOptions): Promise<void> {
  const config = parseConfig(process.env)
  checkMailServerFiles(config)
  const started: Started = { children: [], ground: [] }
  const stop = () => {
    started.stopping ??= takeDown(started)
    return started.stopping
  }
  onStopSignal(stop)
  try {
    await startAll(config, options, started)
  } catch (error) {
    await stop()
    throw error
  }
  if (!started.stopping) print(options.only === 'worker' ? 'Worker ready' : `Ready on ${config.appUrl}`)
}

async function startAll(config: Config, options: ServeOptions, started: Started) {
  const { only } = options
  const port = only === 'worker' ? null : await holdPort(config)
  if (port) started.ground.push(port)
  if (!only) started.ground.push(await holdDataDir(config.dataDir))
  const secret = readAppSecret(config, { mayGenerate: !only })
  const database = await startDatabase(config, options, started)
  await step('migrations', () => applyMigrations(database.url))
  const env = childEnvironment(config, options, database.url, secret)
  if (!config.imapUrl && only) Object.assign(env, runningDemo(config))
  if (!config.imapUrl && !only) await startDemo(config, options, env, started)
  const isWorkerOurs = only ? only === 'worker' : config.worker === 'embedded'
  await port?.stop()
  if (only !== 'worker') await startStep(started, started.children, startWeb(options, env))
  if (isWorkerOurs) await startStep(started, started.children, startWorker(options, env))
}

// A small young generation costs a little speed and saves some 50 MB. No source maps in the web process: reading
// those of Next's own bundles costs another 50 MB.
const WEB_FLAGS = ['--max-semi-space-size=4']
const WORKER_FLAGS = ['--max-semi-space-size=4', '--enable-source-maps']

const startWeb = (options: ServeOptions, env: NodeJS.ProcessEnv) => ({
  name: 'web',
  begin: () => startChild({ name: 'web', flags: WEB_FLAGS, buildDir: options.buildDir, env }),
})

const startWorker = (options: ServeOptions, env: NodeJS.ProcessEnv) => ({
  name: 'worker',
  begin: () =>
    startChild({
      name: 'worker',
      flags: WORKER_FLAGS,
      buildDir: options.buildDir,
      env,
      untilReady: spawnReady,
    }),
})

/** Web and worker learn the demo's addresses from their environment, so new ones mean new processes. */
async function startDemo(config: Config, options: ServeOptions, env: NodeJS.ProcessEnv, started: Started) {
  const pass = (facts: Facts) => {
    Object.assign(env, facts)
    rememberDemo(config.dataDir, facts)
    for (const child of started.children) child.renew()
  }
  const begin = () => startPostOffice(options.buildDir, env, pass)
  const child = await startStep(started, started.ground, { name: 'demo post office', begin })
  pass(await child.ready)
  started.ground.push({ stop: async () => forgetDemo(config.dataDir) })
}

/** A process started apart shares the demo of a Posthorn that runs on the same DATA_DIR. */
function runningDemo(config: Config): Facts {
  const facts = recallDemo(config.dataDir)
  if (facts.IMAP_URL) return facts
  throw new Error(`IMAP_URL and SMTP_URL: not set, and no demo post office runs in "${config.dataDir}"`)
}

async function startStep(
  started: Started,
  place: { push(child: Child): unknown },
  process: { name: string; begin: () => Child },
): Promise<Child> {
  if (started.stopping) throw new Error('stopped while starting')
  const child = process.begin()
  place.push(child)
  await step(process.name, async () => void (await child.ready))
  return child
}

async function startDatabase(config: Config, options: ServeOptions, started: Started): Promise<Database> {
  const open = () => openDatabase(config, { mayStart: !options.only })
  const database = await step('database', open, ({ how }) => how)
  started.ground.push(database)
  return database
}

async function applyMigrations(url: string): Promise<string> {
  const applied = await migrate(url)
  return applied.length ? `${applied.length} applied` : 'up to date'
}

/** Web and worker together, then what they used, last things first. */
async function takeDown(started: Started) {
  const tell = (error: Error) => print(error.message)
  await Promise.all(started.children.map((child) => child.stop().catch(tell)))
  for (const thing of started.ground.reverse()) await thing.stop().catch(tell)
}
