// npm test: everything, from a machine with nothing but Node.js. Installs what is missing, then static checks, unit
// tests, integration tests on real servers (the database ones on the embedded and on Debian's PostgreSQL), the build
// and the browser tests. Ends with the counts; a skipped test fails the run.
import path from 'node:path'
import { ensureClient, ensurePrograms, ensureScreens } from '../cli/prepare/build.mjs'
import { ensureInstalled, requireNode } from '../cli/prepare/install.mjs'
import { CHECKS } from './run/checks.mjs'
import { ensureDebianPackages } from './run/debian-packages.mjs'
import { must, playwright, stage, vitest } from './run/stage.mjs'
import { summarise } from './run/summary.mjs'

// the folders whose tests speak to nothing but the database
const DATABASE_TESTS = [
  'lib/db',
  'lib/events',
  'lib/domain/users',
  'lib/domain/messages',
  'lib/domain/outbox',
]

requireNode()
process.chdir(path.dirname(import.meta.dirname))

const results = []
const run = async (name, work) => {
  const result = await stage(name, work)
  results.push(result)
  return result.failed === 0
}

const isReady =
  (await run('npm packages', async () => console.log(await ensureInstalled({ development: true })))) &&
  (await run('Debian packages', ensureDebianPackages)) &&
  (await run('database client', async () => console.log(await ensureClient())))
if (isReady) await runAll()
process.exit(summarise(results))

async function runAll() {
  for (const { name, command } of CHECKS) await run(name, () => must(command))
  await run('architecture and unit tests', () => vitest('unit'))
  const isBuilt = await run('build', async () => {
    await ensurePrograms()
    await ensureScreens()
  })
  await run('integration tests', () => vitest('integration'))
  const onDebian = { TEST_POSTGRES: 'debian' }
  await run('database tests on Debian’s PostgreSQL', () => vitest('integration', DATABASE_TESTS, onDebian))
  if (isBuilt) await run('browser tests', playwright)
}
