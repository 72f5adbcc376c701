// Owner of table ApiKey.
import { db } from '../../db/client'
import { newId } from '../../platform/ids'

export type NewApiKey = { userId: string; name: string; prefix: string; hash: string }

export const insertApiKey = (key: NewApiKey) => db().apiKey.create({ data: { id: newId(), ...key } })

export const findLiveApiKey = (hash: string) => db().apiKey.findFirst({ where: { hash, revokedAt: null } })

export const findApiKeysOf = (userId: string) =>
  db().apiKey.findMany({ where: { userId, revokedAt: null }, orderBy: { createdAt: 'desc' } })

export const touchApiKey = (id: string, lastUsedAt: Date) =>
  db().apiKey.updateMany({ where: { id }, data: { lastUsedAt } })

/** Answers whether this person had such a live key. */
export async function endApiKey(userId: string, id: string, now: Date): Promise<boolean> {
  const ended = await db().apiKey.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now },
  })
  return ended.count > 0
}
