import type { ApiKeyInfo } from '../../contract/account'
import { presentApiKey } from './api-key.present'
import { findApiKeysOf } from './api-key.store'

/** The person's live keys, the newest first, without the keys themselves. */
export async function listApiKeys(userId: string): Promise<ApiKeyInfo[]> {
  return (await findApiKeysOf(userId)).map(presentApiKey)
}
