import { readdirSync, readFileSync } from 'node:fs'

/** MB of resident memory of one process (VmRSS); 0 when it is gone. */
export function residentMB(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readProc(pid, 'status'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}

/** The process and everything it started. */
export function withDescendants(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const each of readdirSync('/proc').map(Number).filter(Number.isInteger))
    parents.set(each, Number(/PPid:\s+(\d+)/.exec(readProc(each, 'status'))?.[1] ?? 0))
  const found = [pid]
  for (const known of found) for (const [child, parent] of parents) if (parent === known) found.push(child)
  return found
}

/** The name the launcher gave a process: web, worker. */
export function processName(pid: number): string {
  const environment = readProc(pid, 'environ').split('\0')
  return environment.find((entry) => entry.startsWith('POSTHORN_PROCESS='))?.split('=')[1] ?? ''
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
