import fs from 'node:fs/promises'
import path from 'node:path'
import { db } from './client'

const TIMEOUT_MS = 3_000

/**
 * Names of migrations that this version brings and the database does not have. Rejects when the database does not
 * answer within 3 s.
 */
export async function findMissing(): Promise<string[]> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations')
  const [entries, rows] = await Promise.all([
    fs.readdir(folder, { withFileTypes: true }),
    withTimeout(db().$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`),
  ])
  const applied = new Set(rows.map((row) => row.migration_name))
  return entries.filter((entry) => entry.isDirectory() && !applied.has(entry.name)).map((entry) => entry.name)
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), TIMEOUT_MS)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
