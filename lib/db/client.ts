import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '../../generated/prisma/client'
import { processSingleton } from '../platform/process-singleton'

/** What a store function takes: the client itself or an open transaction. */
export type Db = PrismaClient | Prisma.TransactionClient
export type Tx = Prisma.TransactionClient

/** The process's database client, over DATABASE_URL (set by the launcher for the embedded server). */
export function db(): PrismaClient {
  return processSingleton('db', () => {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: processes are started by the launcher, which sets it')
    const max = Number(process.env.POSTHORN_DB_POOL ?? 10)
    return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max }) })
  })
}

/**
 * Runs `work` in one transaction (READ COMMITTED) and answers what it answers; any throw rolls back.
 * Events published inside are delivered by PostgreSQL only at commit. No network call belongs in here.
 */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 10_000, timeout: 30_000 })
}
