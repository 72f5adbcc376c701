// npm run build: everything that `npm start` would build.
import path from 'node:path'
import { ensureClient, ensurePrograms, ensureScreens } from './prepare/build.mjs'
import { ensureInstalled, requireNode } from './prepare/install.mjs'
import { step } from './prepare/steps.mjs'

requireNode()
process.chdir(path.dirname(import.meta.dirname))
try {
  await step('dependencies', ensureInstalled)
  await step('database client', ensureClient)
  await step('programs', ensurePrograms)
  await step('screens', ensureScreens)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
