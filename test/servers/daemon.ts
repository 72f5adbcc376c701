// Daemons started by tests: known by their pid files, stopped one by one, also when the test process exits.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'

const running = new Set<string>()
let guarded = false

/**
 * Runs a command that puts a daemon into the background and ends; throws with its words when it fails.
 * Its output goes to a file: the daemon keeps it open, so a pipe would never end.
 */
export async function launchDaemon(command: string, args: string[], outputFile: string): Promise<void> {
  const output = fs.openSync(outputFile, 'a')
  const child = spawn(command, args, { stdio: ['ignore', output, output] })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  fs.closeSync(output)
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${fs.readFileSync(outputFile, 'utf8')}`)
}

/** Remembers a pid file so that its process is stopped at the latest when this process exits. */
export function rememberDaemon(pidFile: string): void {
  running.add(pidFile)
  if (guarded) return
  guarded = true
  process.on('exit', () => {
    for (const file of running) signal(file, 'SIGTERM')
  })
}

/** Stops the process of a pid file and waits until it is gone; SIGKILL after 10 s. */
export async function stopDaemon(pidFile: string): Promise<void> {
  running.delete(pidFile)
  const pid = readPid(pidFile)
  if (pid === null || !signal(pidFile, 'SIGTERM')) return
  const deadline = Date.now() + 10_000
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL')
    await pause(20)
  }
}

/** Resolves when something accepts connections on 127.0.0.1:`port`; throws after 20 s. */
export async function waitForPort(port: number): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await accepts(port))) {
    if (Date.now() > deadline) throw new Error(`nothing listens on port ${port}`)
    await pause(20)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

function readPid(pidFile: string): number | null {
  try {
    return Number(fs.readFileSync(pidFile, 'utf8').trim()) || null
  } catch {
    return null
  }
}

function signal(pidFile: string, name: NodeJS.Signals): boolean {
  const pid = readPid(pidFile)
  if (pid === null || !isAlive(pid)) return false
  process.kill(pid, name)
  return true
}

/** In a container nobody may reap orphans: a zombie answers signal 0 but is gone. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
