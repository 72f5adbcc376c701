// npm run bench -- <name> [--json]: runs bench/<name>.ts against real servers and prints its numbers.
// Progress goes to standard error; with --json the last line on standard output is one JSON object.
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { tsImport } from 'tsx/esm/api'

const names = fs
  .readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const [name] = positionals
if (positionals.length !== 1 || !names.includes(name)) {
  console.error(`npm run bench -- <name> [--json]; there are: ${names.join(', ')}`)
  process.exit(2)
}

const { run } = await tsImport(`./${name}.ts`, import.meta.url)
const { formatTable, toJson } = await tsImport('./lab/report.ts', import.meta.url)
try {
  const measures = await run()
  console.log(formatTable(name, measures))
  if (values.json) console.log(JSON.stringify(toJson(name, measures)))
  process.exit(0)
} catch (error) {
  console.error(error)
  process.exit(1)
}
