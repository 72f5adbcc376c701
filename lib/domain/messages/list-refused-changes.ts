import type { RefusedChange } from '../../contract/messages'
import { isId } from '../../platform/ids'
import { findRefused } from './pending-change.store'

const MOST = 50

/** What the server refused of this person's changes, newest first, with the server's words. */
export async function listRefusedChanges(userId: string): Promise<RefusedChange[]> {
  if (!isId(userId)) return []
  return (await findRefused(userId, MOST)).map((row) => ({
    id: row.id.toString(),
    messageId: row.messageId,
    kind: row.kind === 'move' ? 'move' : row.kind === 'delete' ? 'delete' : 'flags',
    reason: row.reason ?? '',
    endedAt: (row.endedAt ?? row.createdAt).toISOString(),
  }))
}
