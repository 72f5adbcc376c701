import type { Tx } from '../../db/client'
import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { lockOutgoing, readOutgoing, type WholeOutgoing } from './outgoing.store'

/** The message, when this person sent it; otherwise not found, whether it exists or not. */
export async function allowOutgoing(userId: string, id: string): Promise<WholeOutgoing> {
  return owned(userId, isId(id) ? await readOutgoing(id) : null)
}

/** The same, locked until the end of the transaction: for whoever is about to change it. */
export async function allowAndLock(tx: Tx, userId: string, id: string): Promise<WholeOutgoing> {
  return owned(userId, isId(id) ? await lockOutgoing(tx, id) : null)
}

function owned(userId: string, row: WholeOutgoing | null): WholeOutgoing {
  if (!row || row.userId !== userId) throw notFound('outgoing message')
  return row
}
