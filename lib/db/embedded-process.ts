import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import type { EmbeddedPaths } from './embedded-paths'

/** A setting PostgreSQL ignores: it names the cluster in the command line, where the next start finds it. */
export const markerOf = (cluster: string) => `posthorn.cluster=${cluster}`

export type RunningServer = { pid: number; port: number }

/**
 * The server that postmaster.pid speaks of, or null. A pid file alone proves nothing: the process may be a
 * zombie nobody reaps (usual in containers) or somebody else's under a reused number. PostgreSQL's own check is
 * fooled by both.
 */
export function runningServer(paths: EmbeddedPaths): RunningServer | null {
  const text = fs.existsSync(paths.pidFile) ? fs.readFileSync(paths.pidFile, 'utf8') : ''
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return isServerOf(pid, paths.cluster) ? { pid, port } : null
}

/** Is this a live server of this cluster? */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  return commandLine(pid).includes(markerOf(cluster))
}

function commandLine(pid: number): string[] {
  try {
    if (!fs.existsSync('/proc/self')) return commandLineByPs(pid)
    if (/^\d+ \(.*\) [ZX]/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))) return []
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/** macOS has no /proc; the marker is the last argument there. */
function commandLineByPs(pid: number): string[] {
  const line = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { timeout: 5000 }).toString()
  return [line.trim().replace(/^.* -c (?=posthorn\.cluster=)/, '')]
}
