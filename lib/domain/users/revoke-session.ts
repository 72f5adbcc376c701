import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { notFound } from '../../platform/errors'
import { endSession } from './session.store'

/** Ends a session of this person at once, its event streams included. Throws not-found. */
export async function revokeSession(userId: string, sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await endSession(tx, userId, sessionId, new Date())
    if (!ended) throw notFound('session')
    await publish(tx, `user:${userId}`, { type: 'session-ended', sessionId })
  })
}
