import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

// A lock that the system frees when its holder dies, however it dies: a listening local socket. A lock file would
// have to be judged by a process number, which containers reuse at once.

/**
 * Takes the lock named by `key`, or answers null while another process holds it.
 * @param {string} key
 * @returns {Promise<{ release(): Promise<void> } | null>}
 */
export async function tryLock(key) {
  const name = socketName(key)
  const server = net.createServer((socket) => socket.on('error', () => {}).end(String(process.pid)))
  const held = await new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
    server.listen({ path: name }, () => resolve(true))
  })
  if (!held) return (await isLeftBehind(name)) ? tryLock(key) : null
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

/**
 * Waits until the lock is ours; gives up after `seconds`.
 * @param {string} key
 * @param {number} seconds
 */
export async function waitForLock(key, seconds) {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const lock = await tryLock(key)
    if (lock) return lock
    if (Date.now() > deadline) throw new Error(`process ${await lockHolder(key)} holds the lock on ${key}`)
    await delay(200)
  }
}

/**
 * The holder's process number as text, or '' when nobody answers.
 * @param {string} key
 * @returns {Promise<string>}
 */
export function lockHolder(key) {
  return new Promise((resolve) => {
    let answer = ''
    const socket = net.connect({ path: socketName(key), timeout: 2000 })
    socket.on('data', (data) => (answer += data))
    socket.on('timeout', () => socket.destroy())
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

/** Linux has names without a file (they begin with NUL); elsewhere it is a socket file. */
function socketName(key) {
  const name = `posthorn-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
  return process.platform === 'linux' ? `\0${name}` : path.join(os.tmpdir(), `${name}.sock`)
}

/** Only a socket file can outlive its process; then nobody answers and it is removed. */
async function isLeftBehind(name) {
  if (name.startsWith('\0')) return false
  const answered = await new Promise((resolve) => {
    const socket = net.connect({ path: name }, () => resolve(true))
    socket.on('error', () => resolve(false))
  })
  if (!answered) fs.rmSync(name, { force: true })
  return !answered
}
