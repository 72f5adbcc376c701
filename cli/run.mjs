// npm run -s cli -- <command>: administration. Answers on stdout, everything else on stderr.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildDir, ensureClient, ensurePrograms } from './prepare/build.mjs'
import { ensureInstalled, requireNode } from './prepare/install.mjs'

requireNode()
process.chdir(path.dirname(import.meta.dirname))
try {
  await ensureInstalled()
  await ensureClient()
  await ensurePrograms()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
process.env.LOG_LEVEL ??= 'warn'
process.env.POSTHORN_PROCESS ??= 'cli'
process.env.POSTHORN_MIME_WORKER ??= path.join(buildDir(), 'mime-worker.mjs')
const { runCommandLine } = await import(pathToFileURL(path.join(buildDir(), 'cli.mjs')).href)
process.exit(await runCommandLine(process.argv.slice(2)))
