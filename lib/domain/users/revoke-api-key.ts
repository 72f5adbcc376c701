import { notFound } from '../../platform/errors'
import { endApiKey } from './api-key.store'

/** Ends a key of this person at once. Throws not-found. */
export async function revokeApiKey(userId: string, id: string): Promise<void> {
  if (!(await endApiKey(userId, id, new Date()))) throw notFound('API key')
}
