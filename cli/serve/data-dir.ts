import fs from 'node:fs'
import { lockHolder, tryLock } from '../prepare/process-lock.mjs'

type Held = { stop(): Promise<void> }

/** Makes DATA_DIR when missing and takes it for this process; throws when another one has it. */
export async function holdDataDir(dataDir: string): Promise<Held> {
  const held = await tryHoldDataDir(dataDir)
  if (held) return held
  throw new Error(`DATA_DIR: "${dataDir}" is in use by process ${await lockHolder(keyOf(dataDir))}`)
}

/** The same, but null when another process has it: two on one folder would fight over the database. */
export async function tryHoldDataDir(dataDir: string): Promise<Held | null> {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.accessSync(dataDir, fs.constants.W_OK)
  } catch (error) {
    throw new Error(`DATA_DIR: cannot write to "${dataDir}" (${(error as NodeJS.ErrnoException).code})`)
  }
  const lock = await tryLock(keyOf(dataDir))
  return lock && { stop: () => lock.release() }
}

const keyOf = (dataDir: string) => `data ${fs.realpathSync(dataDir)}`
