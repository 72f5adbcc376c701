import { hashApiKey, isApiKey } from './api-key'
import { findLiveApiKey, touchApiKey } from './api-key.store'

const TOUCH_EVERY_MS = 60_000

/** The person a key acts for; null when there is no such live key. */
export async function checkApiKey(key: string, now = new Date()): Promise<{ userId: string } | null> {
  const row = isApiKey(key) ? await findLiveApiKey(hashApiKey(key)) : null
  if (!row) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > TOUCH_EVERY_MS)
    await touchApiKey(row.id, now)
  return { userId: row.userId }
}
