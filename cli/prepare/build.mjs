import fs from 'node:fs'
import path from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { waitForLock } from './process-lock.mjs'
import { run } from './run.mjs'

// What is built: the Prisma client (generated/), the programs (.build/, one file each, by esbuild) and the screens
// (.next/, by Next.js). Each keeps the fingerprint of its sources beside it and is built again only when that changed.

const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json']
const LOCK_SECONDS = 900

/** Where the programs are built. */
export const buildDir = () => path.resolve(process.env.POSTHORN_BUILD_DIR ?? '.build')

const nextDir = () => process.env.NEXT_DIST_DIR ?? '.next'

/** Program name -> its first file. A row whose file does not exist is not built. */
export const PROGRAMS = {
  serve: 'cli/serve/serve.ts',
  'stop-with-parent': 'cli/serve/stop-with-parent.ts',
  web: 'cli/serve/web.ts',
  worker: 'worker/main.ts',
  'mime-worker': 'lib/mime/worker/main.ts',
  'post-office': 'lib/post-office/main.ts',
  cli: 'cli/command-line.ts',
}

export function ensureClient() {
  return whenStale('generated', 'generated/.fingerprint', ['prisma', 'prisma.config.ts', ...SETTINGS], () =>
    run(process.execPath, ['node_modules/prisma/build/index.js', 'generate']),
  )
}

export function ensurePrograms() {
  const dir = buildDir()
  return whenStale(dir, path.join(dir, '.fingerprint'), ['lib', 'worker', 'cli', 'prisma', ...SETTINGS], () =>
    buildPrograms(dir),
  )
}

export function ensureScreens() {
  const dir = nextDir()
  const configs = ['next.config.ts', 'postcss.config.mjs']
  const sources = ['app', 'components', 'lib', 'public', 'prisma', 'proxy.ts', 'instrumentation.ts']
  return whenStale(dir, path.join(dir, 'posthorn-fingerprint'), [...sources, ...configs, ...SETTINGS], () =>
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    }),
  )
}

/**
 * Two starts in one checkout may find the same thing stale: one builds, the other waits and finds it done.
 * @param {string} dir
 * @param {string} stamp
 * @param {string[]} sources
 * @param {() => Promise<void>} build
 */
async function whenStale(dir, stamp, sources, build) {
  const isFresh = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === fingerprint(sources)
  if (isFresh()) return 'up to date'
  const lock = await waitForLock(`build ${path.resolve(dir)}`, LOCK_SECONDS)
  try {
    if (isFresh()) return 'up to date'
    const before = fingerprint(sources)
    fs.rmSync(stamp, { force: true })
    await build()
    fs.mkdirSync(path.dirname(stamp), { recursive: true })
    fs.writeFileSync(stamp, before)
    return 'built'
  } finally {
    await lock.release()
  }
}

/** Built beside and renamed one by one: a copy that runs keeps its files whole. */
async function buildPrograms(dir) {
  const { build } = await import('esbuild')
  const beside = path.join(dir, `.new-${process.pid}`)
  const programs = Object.entries(PROGRAMS).filter(([, file]) => fs.existsSync(file))
  await build({
    entryPoints: Object.fromEntries(programs),
    outdir: beside,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'silent',
  })
  for (const name of fs.readdirSync(beside)) fs.renameSync(path.join(beside, name), path.join(dir, name))
  fs.rmSync(beside, { recursive: true, force: true })
}
