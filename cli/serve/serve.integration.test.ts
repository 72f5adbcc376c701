// The whole of Posthorn, started as a person starts it. One build serves all of these tests.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../test/database'
import { type StartedPosthorn, startPosthorn } from '../../test/posthorn'
import { until } from '../../test/until'

// nobody listens there: the launcher does not ask, and no demo post office is started
const MAIL = { IMAP_URL: 'imaps://127.0.0.1:9', SMTP_URL: 'smtps://127.0.0.1:9', LOG_LEVEL: 'warn' }

const started: StartedPosthorn[] = []
const start = async (options: Parameters<typeof startPosthorn>[0] = {}) => {
  const posthorn = await startPosthorn({ ...options, env: { ...MAIL, ...options.env } })
  started.push(posthorn)
  return posthorn
}
afterEach(async () => {
  for (const posthorn of started.splice(0).reverse()) await posthorn.remove()
})

const isServing = async ({ url }: StartedPosthorn) =>
  fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  )
const pidOf = (posthorn: StartedPosthorn, part: string) =>
  [...posthorn.processes()].find(([, command]) => command.includes(part))?.[0] ?? 0
/** npm runs a shell that runs the launcher; this is the launcher. */
const launcherOf = (posthorn: StartedPosthorn) =>
  [...posthorn.processes()].find(([, command]) => command.startsWith('node cli/start.mjs'))?.[0] ?? 0
/** A start that is expected to end by itself. */
const failToStart = (given: Record<string, string>, args: string[] = []) => {
  const { PATH = '', HOME = '' } = process.env
  const env: Record<string, string> = { PATH, HOME, ...given }
  const command = ['cli/start.mjs', ...args]
  return spawnSync(process.execPath, command, {
    env: env as NodeJS.ProcessEnv,
    encoding: 'utf8',
    timeout: 60_000,
  })
}

beforeAll(async () => {
  await (await start()).remove()
  started.pop()
}, 400_000)

describe('npm start', () => {
  test('prints each step with its duration and last where it listens', async () => {
    const posthorn = await start()
    const lines = posthorn.output().split('\n')
    for (const step of ['dependencies', 'programs', 'screens', 'database', 'migrations', 'web', 'worker'])
      expect(lines.some((line) => new RegExp(`^  ${step}.* \\d+\\.\\d\\d s$`).test(line))).toBe(true)
    expect(posthorn.output()).toContain(`Ready on http://localhost:${posthorn.port}\n`)
    expect(await isServing(posthorn)).toBe(true)
  })

  test('leaves no process behind, and does not wait for a browser that listens', async () => {
    const posthorn = await start()
    const open = http.get(`${posthorn.url}/api/health`, { agent: new http.Agent({ keepAlive: true }) })
    open.on('error', () => {})
    await new Promise((resolve) => open.once('response', resolve))
    expect(await posthorn.stop()).toBeLessThan(5_000)
    open.destroy()
  })

  test('stops on Ctrl+C, which reaches the whole process group', async () => {
    const posthorn = await start()
    process.kill(-posthorn.pid, 'SIGINT')
    await until('every process is gone', () => posthorn.processes().size === 0)
  })

  test('killed, takes web and worker along; the next start adopts the database', async () => {
    const posthorn = await start()
    const database = pidOf(posthorn, 'posthorn.cluster=')
    process.kill(launcherOf(posthorn), 'SIGKILL')
    await until('only the database is left', () => posthorn.processes().size === 1)
    const again = await start({ dataDir: posthorn.dataDir })
    expect(again.output()).toContain('embedded PostgreSQL adopted')
    expect(pidOf(again, 'posthorn.cluster=')).toBe(database)
  })

  test('starts a web or worker process again that was killed', async () => {
    const posthorn = await start()
    const [web, worker] = [pidOf(posthorn, 'web.mjs'), pidOf(posthorn, 'worker.mjs')]
    process.kill(web, 'SIGKILL')
    process.kill(worker, 'SIGKILL')
    const isNew = (pid: number, old: number) => pid !== 0 && pid !== old
    await until('a new worker', () => isNew(pidOf(posthorn, 'worker.mjs'), worker))
    await until('a new web process', () => isNew(pidOf(posthorn, 'web.mjs'), web))
    await until('web serves again', () => isServing(posthorn), 20_000)
  })

  test('runs in two copies side by side', async () => {
    const [first, second] = [await start(), await start()]
    expect([await isServing(first), await isServing(second)]).toEqual([true, true])
    await first.stop()
    expect(await isServing(second)).toBe(true)
  })

  test('uses a given database, and starts none', async () => {
    const database = await createTestDatabase()
    try {
      const posthorn = await start({ env: { DATABASE_URL: database.url } })
      expect(posthorn.output()).toContain('database: given, on 127.0.0.1')
      expect(pidOf(posthorn, 'posthorn.cluster=')).toBe(0)
      await posthorn.remove()
    } finally {
      await database.drop()
    }
  })

  test('takes the database password from a file, and runs the worker alone', async () => {
    const database = await createTestDatabase()
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-secrets-'))
    const url = new URL(database.url)
    fs.writeFileSync(path.join(folder, 'password'), `${decodeURIComponent(url.password)}\n`)
    fs.writeFileSync(path.join(folder, 'secret'), 's'.repeat(40))
    url.password = ''
    const env = {
      DATABASE_URL: url.href,
      DATABASE_PASSWORD_FILE: path.join(folder, 'password'),
      APP_SECRET_FILE: path.join(folder, 'secret'),
    }
    try {
      const posthorn = await start({ env, args: ['--only', 'worker'] })
      expect([pidOf(posthorn, 'worker.mjs') > 0, pidOf(posthorn, 'web.mjs')]).toEqual([true, 0])
      await posthorn.remove()
    } finally {
      fs.rmSync(folder, { recursive: true })
      await database.drop()
    }
  })

  test('makes its secret once, for itself alone', async () => {
    const posthorn = await start()
    const file = path.join(posthorn.dataDir, 'app-secret')
    const secret = fs.readFileSync(file, 'utf8')
    expect(fs.statSync(file).mode & 0o777).toBe(0o600)
    await posthorn.stop()
    await start({ dataDir: posthorn.dataDir })
    expect(fs.readFileSync(file, 'utf8')).toBe(secret)
  })
})

describe('npm start refuses', () => {
  test('a wrong value, by the name of its variable and before anything runs', () => {
    const ended = failToStart({ ...MAIL, PORT: 'http', WORKER: 'no', DATA_DIR: '/nonexistent/data' })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toContain('PORT: allowed is a port number from 1 to 65535 (given: "http")')
    expect(ended.stderr).toContain('WORKER: allowed is embedded or separate (given: "no")')
    expect(fs.existsSync('/nonexistent')).toBe(false)
  })

  test('a port that is taken, and a DATA_DIR in use', async () => {
    const posthorn = await start()
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-other-'))
    const taken = failToStart({ ...MAIL, PORT: String(posthorn.port), DATA_DIR: other })
    expect(taken.stderr).toContain(`PORT: ${posthorn.port} is taken by another program`)
    const used = failToStart({ ...MAIL, PORT: '4440', DATA_DIR: posthorn.dataDir })
    expect(used.stderr).toMatch(/DATA_DIR: ".*" is in use by process \d+/)
    expect(await isServing(posthorn)).toBe(true)
    fs.rmSync(other, { recursive: true })
  })

  test('a worker alone without a database to share', () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-other-'))
    const ended = failToStart({ ...MAIL, DATA_DIR: dataDir, APP_SECRET: 's'.repeat(40) }, [
      '--only',
      'worker',
    ])
    expect(ended.stderr).toContain('DATABASE_URL: not set')
    const demo = {
      DATA_DIR: dataDir,
      APP_SECRET: 's'.repeat(40),
      DATABASE_URL: process.env.POSTHORN_TEST_POSTGRES ?? '',
    }
    expect(failToStart(demo, ['--only', 'worker']).stderr).toContain('IMAP_URL and SMTP_URL: not set')
    fs.rmSync(dataDir, { recursive: true })
  })
})

test('the database it applied its migrations to is the one it uses', async () => {
  const posthorn = await start()
  const found = fs.readFileSync(path.join(posthorn.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const password = fs.readFileSync(path.join(posthorn.dataDir, 'postgres-password'), 'utf8')
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${password}@127.0.0.1:${found}/posthorn`,
  })
  await client.connect()
  const { rows } = await client.query('SELECT count(*)::int AS n FROM _prisma_migrations')
  await client.end()
  expect(rows[0].n).toBe(fs.readdirSync('prisma/migrations').length - 1)
})
