import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** The account PostgreSQL runs as when we are root, which it refuses to be. */
export type ServerUser = { uid: number; gid: number }

/**
 * The account for the server: undefined when we are not root (it then runs as ourselves). An existing cluster
 * keeps its owner; a new one belongs to `postgres`, else `nobody`. Throws when neither exists, or when the
 * cluster belongs to somebody else and we are not root.
 */
export function serverUser(cluster: string): ServerUser | undefined {
  const owner = fs.statSync(cluster, { throwIfNoEntry: false })
  const me = process.getuid?.()
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me)
      throw new Error(`${cluster} belongs to user ${owner.uid}: start as that user or as root, as before`)
    return undefined
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = accountOf('postgres') ?? accountOf('nobody')
  if (!found) throw new Error('running as root, and no user "postgres" or "nobody" to run PostgreSQL as')
  return found
}

function accountOf(name: string): ServerUser | undefined {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 5000 }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

/** May this account walk through every folder down to `folder`? Access lists are not looked at. */
export function canWalkTo(folder: string, user: ServerUser): boolean {
  const { mode, uid, gid } = fs.statSync(folder)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  const parent = path.dirname(folder)
  return Boolean(mode & bit) && (parent === folder || canWalkTo(parent, user))
}
