import { inTransaction } from '../../db/client'
import { deleteDeadSessions, insertSession } from './session.store'

const DAY_MS = 24 * 3600_000
/** A session ends after this long, whatever happens. */
export const LONGEST_SESSION_MS = 90 * DAY_MS
const KEEP_DEAD_MS = 30 * DAY_MS

export type SignedInFrom = { userAgent: string; address: string }

/** Opens a session of 90 days at most and answers its id. Forgets the person's long-dead ones on the way. */
export function createSession(userId: string, from: SignedInFrom, now = new Date()): Promise<string> {
  return inTransaction(async (tx) => {
    await deleteDeadSessions(tx, userId, new Date(now.getTime() - KEEP_DEAD_MS))
    const expiresAt = new Date(now.getTime() + LONGEST_SESSION_MS)
    const userAgent = from.userAgent.slice(0, 300)
    const session = await insertSession({ userId, expiresAt, userAgent, address: from.address }, tx)
    return session.id
  })
}
