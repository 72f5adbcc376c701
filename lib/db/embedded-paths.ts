import fs from 'node:fs'
import path from 'node:path'

/** Where the embedded server keeps its things inside DATA_DIR. */
export type EmbeddedPaths = {
  cluster: string
  /** the superuser's password, readable by us alone */
  password: string
  log: string
  pidFile: string
}

/** Makes DATA_DIR when missing; the answer holds real paths, so that two names of one folder are one. */
export function embeddedPaths(dataDir: string): EmbeddedPaths {
  fs.mkdirSync(dataDir, { recursive: true })
  const real = fs.realpathSync(dataDir)
  const cluster = path.join(real, 'postgres')
  return {
    cluster,
    password: path.join(real, 'postgres-password'),
    log: path.join(real, 'postgres.log'),
    pidFile: path.join(cluster, 'postmaster.pid'),
  }
}

/**
 * How the server is told its folder. It starts inside it, and on Linux calls it /proc/self/cwd: then no folder
 * above needs to be open to the server's user, so DATA_DIR may lie below /root or be private itself.
 */
export function folderSeenFromInside(folder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : folder
}
