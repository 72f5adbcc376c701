import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { PostgresBinaries } from './embedded-binaries'
import { type EmbeddedPaths, folderSeenFromInside } from './embedded-paths'
import type { ServerUser } from './embedded-user'

/**
 * Makes the cluster when there is none: beside its place and then renamed, so that a kill half way leaves no
 * half-made cluster and nothing of the user's is ever wiped.
 */
export function makeCluster(paths: EmbeddedPaths, binaries: PostgresBinaries, user: ServerUser | undefined) {
  if (fs.existsSync(path.join(paths.cluster, 'PG_VERSION'))) return
  const stage = `${paths.cluster}.init`
  const data = path.join(stage, 'data')
  const passwordCopy = path.join(stage, 'password')
  fs.rmSync(stage, { recursive: true, force: true })
  fs.mkdirSync(data, { recursive: true, mode: 0o700 })
  fs.writeFileSync(passwordCopy, superuserPassword(paths), { mode: 0o600 })
  if (user) for (const file of [stage, data, passwordCopy]) fs.chownSync(file, user.uid, user.gid)
  runInitdb(binaries.initdb, data, user)
  fs.renameSync(data, paths.cluster)
  fs.rmSync(stage, { recursive: true, force: true })
}

function runInitdb(initdb: string, data: string, user: ServerUser | undefined) {
  const folder = folderSeenFromInside(data)
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${folder}/../password`]
  const args = ['-D', folder, ...access, '-E', 'UTF8', '--locale=C']
  try {
    execFileSync(initdb, args, {
      ...user,
      cwd: data,
      env: serverEnvironment(),
      stdio: 'pipe',
      timeout: 120_000,
    })
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? '').trim()
    throw new Error(`initdb failed: ${said || (error as Error).message}`)
  }
}

/** The superuser's password, made once. */
export function superuserPassword(paths: EmbeddedPaths): string {
  if (!fs.existsSync(paths.password)) {
    const beside = `${paths.password}.new`
    fs.writeFileSync(beside, randomBytes(24).toString('base64url'), { mode: 0o600 })
    fs.renameSync(beside, paths.password)
  }
  return fs.readFileSync(paths.password, 'utf8').trim()
}

/** Nothing of ours goes along: no secret, and no PG… variable that would change the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV }
}
