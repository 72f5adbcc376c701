// Owner of table Session.
import type { Session } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'
import { newId } from '../../platform/ids'

export type SessionRow = Session
export type NewSession = { userId: string; expiresAt: Date; userAgent: string; address: string }

export const insertSession = (session: NewSession, tx: Db = db()) =>
  tx.session.create({ data: { id: newId(), ...session } })

export const findSession = (id: string) => db().session.findUnique({ where: { id } })

export const touchSession = (id: string, lastSeenAt: Date) =>
  db().session.updateMany({ where: { id }, data: { lastSeenAt } })

export const findSessionsOf = (userId: string) =>
  db().session.findMany({ where: { userId, revokedAt: null }, orderBy: { lastSeenAt: 'desc' } })

/** Marks a live session of this person as ended; answers whether there was one. */
export async function endSession(tx: Db, userId: string, id: string, now: Date): Promise<boolean> {
  const ended = await tx.session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now },
  })
  return ended.count > 0
}

/** Forgets this person's sessions that ended before `before`. */
export const deleteDeadSessions = (tx: Db, userId: string, before: Date) =>
  tx.session.deleteMany({
    where: { userId, OR: [{ expiresAt: { lt: before } }, { revokedAt: { lt: before } }] },
  })
