// What administration asks of table Outgoing, across people; see outgoing.store.ts.
import { db } from '../../db/client'
import type { WholeOutgoing } from './outgoing.store'

/** Newest first, of everybody or of one person; of each message the newest attempt. */
export function findNewest(limit: number, userId: string | undefined): Promise<WholeOutgoing[]> {
  return db().outgoing.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    include: {
      recipients: { orderBy: { position: 'asc' } },
      attempts: { orderBy: { number: 'desc' }, take: 1 },
    },
  }) as Promise<WholeOutgoing[]>
}

export async function findSender(id: string): Promise<string | null> {
  const row = await db().outgoing.findUnique({ where: { id }, select: { userId: true } })
  return row?.userId ?? null
}
