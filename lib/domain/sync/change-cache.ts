import { inTransaction, type Tx } from '../../db/client'
import { lockThreads } from '../threads/threads'

const TRIES = 4

/**
 * One step of synchronisation as one transaction, alone in its mailbox. Repeated when PostgreSQL broke a deadlock
 * with a person's change (40P01): nothing of it was written.
 */
export async function changeCache<T>(mailboxId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(async (tx) => {
        await lockThreads(tx, mailboxId)
        return work(tx)
      })
    } catch (error) {
      if (attempt >= TRIES || !isDeadlock(error)) throw error
    }
  }
}

function isDeadlock(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'P2034' || /40P01|deadlock detected|40001/.test(message ?? '')
}
