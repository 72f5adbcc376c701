import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Facts } from './child-ready'

// The demo's mail servers listen on free ports; the command line finds them by this file while they run.
const fileOf = (dataDir: string) => path.join(dataDir, 'demo-servers.json')

export function rememberDemo(dataDir: string, facts: Facts) {
  fs.writeFileSync(fileOf(dataDir), JSON.stringify(facts), { mode: 0o600 })
}

export function forgetDemo(dataDir: string) {
  fs.rmSync(fileOf(dataDir), { force: true })
}

/** Environment of the running demo's mail servers; empty when none runs. */
export function recallDemo(dataDir: string): Facts {
  const file = fileOf(dataDir)
  if (!fs.existsSync(file)) return {}
  return z.record(z.string(), z.string()).parse(JSON.parse(fs.readFileSync(file, 'utf8')))
}
