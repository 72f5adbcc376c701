import { db } from '../lib/db/client'
import { migrate } from '../lib/db/migrate'
import { parseConfig } from '../lib/platform/config'
import { readAppSecret } from './serve/app-secret'
import { tryHoldDataDir } from './serve/data-dir'
import { openDatabase } from './serve/database'
import { recallDemo } from './serve/demo-servers'

/**
 * Runs `work` with the database of this Posthorn open: the given one, the one that a running Posthorn has in
 * DATA_DIR, or else that one started for the moment.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const config = parseConfig(process.env)
  // with its lock held we may start DATA_DIR's database; without it, a running Posthorn has done so
  const held = config.databaseUrl ? null : await tryHoldDataDir(config.dataDir)
  try {
    const database = await openDatabase(config, { mayStart: held !== null })
    process.env.DATABASE_URL = database.url
    try {
      process.env.APP_SECRET = readAppSecret(config, { mayGenerate: held !== null })
      if (!config.imapUrl) Object.assign(process.env, recallDemo(config.dataDir))
      await migrate(database.url)
      return await work()
    } finally {
      await db().$disconnect()
      await database.stop()
    }
  } finally {
    await held?.stop()
  }
}
