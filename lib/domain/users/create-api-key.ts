import type { ApiKeyInfo } from '../../contract/account'
import { hashApiKey, newApiKey } from './api-key'
import { presentApiKey } from './api-key.present'
import { insertApiKey } from './api-key.store'

/** Makes a key that acts as this person. `key` is answered this once and never stored. */
export async function createApiKey(userId: string, name: string): Promise<ApiKeyInfo & { key: string }> {
  const key = newApiKey()
  const row = await insertApiKey({ userId, name, prefix: key.slice(0, 10), hash: hashApiKey(key) })
  return { ...presentApiKey(row), key }
}
