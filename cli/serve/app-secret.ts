import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Config } from '../../lib/platform/config'

const SHORTEST = 32

/**
 * The root key: APP_SECRET, else the content of APP_SECRET_FILE, else DATA_DIR/app-secret, which is made once
 * (mode 600) when `mayGenerate`. Throws an Error naming the variable.
 */
export function readAppSecret(config: Config, { mayGenerate }: { mayGenerate: boolean }): string {
  if (config.appSecret) return config.appSecret
  if (config.appSecretFile) return readSecretFile('APP_SECRET_FILE', config.appSecretFile)
  const own = path.join(config.dataDir, 'app-secret')
  if (!fs.existsSync(own)) {
    if (!mayGenerate)
      throw new Error(
        'APP_SECRET: not set, and processes started apart need the same one (or APP_SECRET_FILE)',
      )
    writeOnce(own, `${randomBytes(32).toString('base64url')}\n`)
  }
  return readSecretFile('DATA_DIR', own)
}

function readSecretFile(variable: string, file: string): string {
  const secret = readFileOf(variable, file).trim()
  if (secret.length < SHORTEST)
    throw new Error(`${variable}: ${file} holds fewer than ${SHORTEST} characters`)
  return secret
}

/** A file named by a variable; a failure names both. */
export function readFileOf(variable: string, file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${variable}: cannot read "${file}" (${(error as NodeJS.ErrnoException).code})`)
  }
}

/** Whole or not at all: losing half of this key would lose every stored mail password. */
function writeOnce(file: string, content: string) {
  const beside = `${file}.new`
  const handle = fs.openSync(beside, 'w', 0o600)
  fs.writeSync(handle, content)
  fs.fsyncSync(handle)
  fs.closeSync(handle)
  fs.renameSync(beside, file)
}
