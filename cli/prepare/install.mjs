import fs from 'node:fs'
import { run } from './run.mjs'

const OLDEST = [20, 19]

/** Ends the process with a sentence when this Node.js is too old to run us. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(`Posthorn needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/**
 * Installs what package-lock.json asks for, unless it is there.
 * @param {{ development?: boolean }} options whether what only tests need counts as missing too
 */
export async function ensureInstalled({ development = false } = {}) {
  const missing = firstMissing(development)
  if (!missing) return 'up to date'
  await run('npm', ['ci', '--no-audit', '--no-fund', ...(development ? ['--include=dev'] : [])])
  return `installed (${missing})`
}

/**
 * npm writes what it installed into node_modules/.package-lock.json, last of all. Comparing that with
 * package-lock.json holds for `npm ci`, `npm install` and images without development packages alike.
 */
function firstMissing(development) {
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!installed) return 'nothing was installed'
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder === '' || entry.optional || entry.devOptional || (entry.dev && !development)) continue
    if (installed[folder]?.version !== entry.version)
      return `${folder.replace(/^node_modules\//, '')} changed`
  }
  return undefined
}

function packagesOf(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : undefined
}
