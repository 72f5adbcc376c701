// npm start: from a fresh clone to "Ready". Works with nothing installed.
//   --dev              development server, screens are compiled when first seen
//   --only web|worker  one process of several, on a given DATABASE_URL
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { buildDir, ensureClient, ensurePrograms, ensureScreens } from './prepare/build.mjs'
import { ensureInstalled, requireNode } from './prepare/install.mjs'
import { print, step } from './prepare/steps.mjs'

requireNode()
process.chdir(path.dirname(import.meta.dirname))

try {
  const options = readOptions()
  print('Posthorn')
  await step('dependencies', ensureInstalled)
  await step('database client', ensureClient)
  await step('programs', ensurePrograms)
  if (!options.dev && options.only !== 'worker') await step('screens', ensureScreens)
  const { serve } = await import(pathToFileURL(path.join(buildDir(), 'serve.mjs')).href)
  await serve({ ...options, buildDir: buildDir() })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

function readOptions() {
  const { values } = parseArgs({ options: { dev: { type: 'boolean' }, only: { type: 'string' } } })
  if (values.only !== undefined && values.only !== 'web' && values.only !== 'worker')
    throw new Error(`--only: allowed is web or worker (given: "${values.only}")`)
  return { dev: values.dev ?? false, only: values.only }
}
