import type { SessionInfo } from '../../contract/account'
import { isLive } from './check-session'
import { findSessionsOf, type SessionRow } from './session.store'

/** The person's live sessions, the last used first. `currentId` is null for a script. */
export async function listSessions(
  userId: string,
  currentId: string | null,
  now = new Date(),
): Promise<SessionInfo[]> {
  const rows = await findSessionsOf(userId)
  return rows.filter((row) => isLive(row, now)).map((row) => present(row, currentId))
}

function present(row: SessionRow, currentId: string | null): SessionInfo {
  return {
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    userAgent: row.userAgent,
    address: row.address,
    current: row.id === currentId,
  }
}
