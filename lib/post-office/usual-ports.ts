// The ports used last time, so that a restart of this process alone does not leave the others with dead addresses.
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeDurably } from './durable-file'

const Ports = z.object({ imap: z.number().int(), submission: z.number().int() })

export type Ports = z.infer<typeof Ports>

/** Zeros, meaning any free port, at the first start. A file that cannot be read counts as none. */
export function readUsualPorts(file: string): Ports {
  const none = { imap: 0, submission: 0 }
  if (!existsSync(file)) return none
  try {
    return Ports.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return none
  }
}

export function writeUsualPorts(file: string, ports: Ports): void {
  writeDurably(file, JSON.stringify(ports))
}

/** Listens on this port, or on any free one when somebody else has it by now. */
export async function listenPreferring<T>(port: number, listen: (port: number) => Promise<T>): Promise<T> {
  try {
    return await listen(port)
  } catch (error) {
    if (port === 0 || !(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    return listen(0)
  }
}
