import type { Tx } from '../../db/client'
import type { Draft } from './message-insert'
import { findWithoutUid, placeMessages } from './message-write.store'

/**
 * A message that we moved here without being told its new UID (no COPYUID, or the answer was lost) is the one with
 * the same Message-ID and size: it gets the UID instead of a second row. Answers the ids of drafts taken that way.
 */
export async function adoptMoved(tx: Tx, folder: { id: string }, drafts: Draft[]): Promise<Set<string>> {
  const taken = new Set<string>()
  if (drafts.length === 0) return taken
  const waiting = await findWithoutUid(tx, folder.id)
  const placements = waiting.flatMap((row) => {
    const match = drafts.find(
      (draft) => !taken.has(draft.id) && draft.messageId === row.messageId && draft.size === row.size,
    )
    if (!match) return []
    taken.add(match.id)
    return [{ id: row.id, folderId: folder.id, uid: match.uid }]
  })
  if (placements.length > 0) await placeMessages(tx, placements)
  return taken
}
