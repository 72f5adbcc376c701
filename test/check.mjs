// npm run check: the quick gate. Format, lint, types, dead code, migrations, architecture and unit tests.
import path from 'node:path'
import { ensureClient } from '../cli/prepare/build.mjs'
import { ensureInstalled, requireNode } from '../cli/prepare/install.mjs'
import { CHECKS } from './run/checks.mjs'
import { must, stage, vitest } from './run/stage.mjs'
import { summarise } from './run/summary.mjs'

requireNode()
process.chdir(path.dirname(import.meta.dirname))

await ensureInstalled({ development: true })
await ensureClient()
const results = []
for (const { name, command } of CHECKS) results.push(await stage(name, () => must(command)))
results.push(await stage('architecture and unit tests', () => vitest('unit')))
process.exit(summarise(results))
