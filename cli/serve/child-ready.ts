import type { ChildProcess } from 'node:child_process'
import { z } from 'zod'

/** What a process tells its launcher when it serves. */
export type Facts = Record<string, string>

const Message = z.union([
  z.object({ ready: z.literal(true), facts: z.record(z.string(), z.string()).default({}) }),
  z.object({ failed: z.string() }),
])

const PATIENCE = 60_000

/** The first message of the process: `{ready: true, facts?}` or `{failed: "words for a person"}`. */
export function messageReady(child: ChildProcess): Promise<Facts> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('a process did not become ready in time')), PATIENCE)
    child.once('exit', (code, signal) => {
      clearTimeout(late)
      reject(new Error(`a process ended while starting (${signal ?? `exit code ${code}`})`))
    })
    child.once('error', reject)
    child.once('message', (raw) => {
      clearTimeout(late)
      const message = Message.parse(raw)
      if ('failed' in message) reject(new Error(message.failed))
      else resolve(message.facts)
    })
  })
}

/** For a process that says nothing: it is ready once it runs. */
export function spawnReady(child: ChildProcess): Promise<Facts> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve({}))
  })
}
