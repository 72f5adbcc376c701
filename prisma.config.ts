import { defineConfig } from 'prisma/config'

// `generate`, `validate` and `format` never run the native schema engine, yet the CLI insists that the file exists.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma', migrations: { path: 'prisma/migrations' } })
