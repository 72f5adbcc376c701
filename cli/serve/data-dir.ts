import fs from 'node:fs'
import { lockHolder, tryLock } from '../prepare/process-lock.mjs'

/** Makes DATA_DIR when missing and takes it for this process: two launchers on one would fight over the database. */
export async function holdDataDir(dataDir: string): Promise<{ stop(): Promise<void> }> {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.accessSync(dataDir, fs.constants.W_OK)
  } catch (error) {
    throw new Error(`DATA_DIR: cannot write to "${dataDir}" (${(error as NodeJS.ErrnoException).code})`)
  }
  const key = `data ${fs.realpathSync(dataDir)}`
  const lock = await tryLock(key)
  if (!lock) throw new Error(`DATA_DIR: "${dataDir}" is in use by process ${await lockHolder(key)}`)
  return { stop: () => lock.release() }
}
