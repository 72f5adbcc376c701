// Writes the next migration, or checks that there is nothing to write.
//   node prisma/make-migration.mjs <name> | --check
// Replays prisma/migrations in an in-memory PGlite and lets Prisma's own engine (its WebAssembly build: the
// native one cannot be downloaded everywhere) print the difference to prisma/*.prisma.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const schemaDir = 'prisma'
const migrationsDir = 'prisma/migrations'
const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' }

async function loadEngine() {
  const wasmDir = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bindings = await import(pathToFileURL(path.join(wasmDir, 'schema_engine_bg.js')).href)
  const wasm = fs.readFileSync(path.join(wasmDir, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = new PrismaPGlite(await PGlite.create())
  return bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}

function readMigrations() {
  if (!fs.existsSync(migrationsDir)) return []
  const folders = fs
    .readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
  return folders
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const content = fs.readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: content } } }
    })
}

function readSchema() {
  const names = fs.readdirSync(schemaDir).filter((name) => name.endsWith('.prisma'))
  return names.map((name) => {
    const file = path.join(schemaDir, name)
    return { path: file, content: fs.readFileSync(file, 'utf8') }
  })
}

const engine = await loadEngine()
const migrations = readMigrations()
const { stdout: sql } = await engine.diff({
  from: migrations.length
    ? {
        tag: 'migrations',
        baseDir: migrationsDir,
        lockfile,
        shadowDbInitScript: '',
        migrationDirectories: migrations,
      }
    : { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: readSchema() },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
  shadowDatabaseUrl: null,
})

const isEmpty = !sql.trim() || sql.includes('-- This is an empty migration.')
const name = process.argv[2]
if (name === '--check') {
  console.log(isEmpty ? 'migrations match the schema' : sql)
  process.exit(isEmpty ? 0 : 1)
}
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('usage: node prisma/make-migration.mjs <lower_case_name> | --check')
  process.exit(2)
}
if (isEmpty) {
  console.log('nothing to do')
  process.exit(0)
}
const folder = path.join(migrationsDir, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`)
fs.mkdirSync(folder, { recursive: true })
fs.writeFileSync(path.join(folder, 'migration.sql'), sql)
fs.writeFileSync(path.join(migrationsDir, lockfile.path), lockfile.content)
console.log('wrote', folder)
process.exit(0)
