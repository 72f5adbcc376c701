import { isId } from '../../platform/ids'
import { findSession, type SessionRow, touchSession } from './session.store'

const LONGEST_IDLE_MS = 30 * 24 * 3600_000
const TOUCH_EVERY_MS = 60_000

/** Whether the row still opens anything: not revoked, not past its end, used within 30 days. */
export function isLive(session: SessionRow, now: Date): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime()
  return session.revokedAt === null && session.expiresAt > now && idle < LONGEST_IDLE_MS
}

/** The person behind a session id, read anew each time so that revoking works at once; null when it is not live. */
export async function checkSession(id: string, now = new Date()): Promise<{ userId: string } | null> {
  const session = isId(id) ? await findSession(id) : null
  if (!session || !isLive(session, now)) return null
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS) await touchSession(id, now)
  return { userId: session.userId }
}
