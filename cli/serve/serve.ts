// The launcher's second half, run by cli/start.mjs once everything is built: opens the database, starts the
// processes, says "Ready", and takes all of it down again.
import path from 'node:path'
import { migrate } from '../../lib/db/migrate'
import { deriveKey } from '../../lib/platform/app-secret'
import { type Config, parseConfig } from '../../lib/platform/config'
import { print, step } from '../prepare/steps.mjs'
import { readAppSecret } from './app-secret'
import { checkMailServerFiles } from './check-mail-server-files'
import { type Child, startChild } from './child'
import { spawnReady } from './child-ready'
import { holdDataDir } from './data-dir'
import { type Database, openDatabase } from './database'
import { startPostOffice } from './post-office'
import { onStopSignal } from './stop-signals'
import { waitForFreePort } from './wait-for-free-port'

export type ServeOptions = { dev: boolean; only: 'web' | 'worker' | undefined; buildDir: string }

type Cleanup = (() => Promise<void>)[]

/** Starts everything and answers once it serves; from then on signals decide. Throws what a person can act on. */
export async function serve(options: ServeOptions): Promise<void> {
  const config = parseConfig(process.env)
  checkMailServerFiles(config)
  const cleanup: Cleanup = []
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= takeDown(cleanup)
    return stopping
  }
  onStopSignal(stop)
  try {
    await startAll(config, options, cleanup, () => stopping !== undefined)
  } catch (error) {
    await stop()
    throw error
  }
  if (!stopping) print(options.only === 'worker' ? 'Worker ready' : `Ready on ${config.appUrl}`)
}

async function startAll(config: Config, options: ServeOptions, cleanup: Cleanup, isStopping: () => boolean) {
  if (options.only !== 'worker') await waitForFreePort(config)
  if (!options.only) await hold(cleanup, await holdDataDir(config.dataDir))
  const secret = readAppSecret(config, { mayGenerate: !options.only })
  const database = await startDatabase(config, options, cleanup)
  await step('migrations', async () => {
    const applied = await migrate(database.url)
    return applied.length ? `${applied.length} applied` : 'up to date'
  })
  const env = childEnvironment(config, options, database.url, secret)
  const start = async (begin: () => Child) => {
    if (isStopping()) throw new Error('stopped while starting')
    const child = begin()
    await hold(cleanup, child)
    return child.ready
  }
  if (!config.imapUrl && !options.only)
    await step('demo post office', async () => {
      Object.assign(env, await start(() => startPostOffice(options.buildDir, env)))
    })
  const begin = (name: 'web' | 'worker') => () =>
    startChild({
      name,
      buildDir: options.buildDir,
      env,
      ...(name === 'worker' && { untilReady: spawnReady }),
    })
  if (options.only !== 'worker') await step('web', async () => void (await start(begin('web'))))
  if (options.only === 'worker' || (!options.only && config.worker === 'embedded'))
    await step('worker', async () => void (await start(begin('worker'))))
}

async function hold(cleanup: Cleanup, thing: { stop(): Promise<void> }) {
  cleanup.push(() => thing.stop())
}

async function startDatabase(config: Config, options: ServeOptions, cleanup: Cleanup): Promise<Database> {
  let database: Database | undefined
  await step('database', async () => {
    database = await openDatabase(config, { mayStart: !options.only })
    await hold(cleanup, database)
    return database.how
  })
  if (!database) throw new Error('no database')
  return database
}

/** Processes first, all at once; then what they stand on, last things first. */
async function takeDown(cleanup: Cleanup) {
  for (const stop of cleanup.reverse()) await stop().catch((error: Error) => print(error.message))
}

function childEnvironment(
  config: Config,
  options: ServeOptions,
  databaseUrl: string,
  secret: string,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: options.dev ? 'development' : 'production',
    PORT: String(config.port),
    HOST: config.host,
    DATA_DIR: config.dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_PASSWORD_FILE: '',
    APP_SECRET: secret,
    APP_SECRET_FILE: '',
    NEXTAUTH_URL: config.appUrl,
    NEXTAUTH_SECRET: deriveKey('next-auth', secret).toString('base64url'),
    NEXT_TELEMETRY_DISABLED: '1',
    POSTHORN_BUILD_DIR: path.resolve(options.buildDir),
  }
}
