import { db } from '../../db/client'
import { findSummaries } from './message.store'
import { type DeletePayload, type MovePayload, type OpenChange, readChange } from './pending-change'
import { findNextTry, findOpenOf, takeDue } from './pending-change.store'

/** A change with the place where the server has the message when its turn comes; uid null: not known (yet). */
export type PlacedChange = OpenChange & {
  at: { folderId: string; uid: bigint | null } | null
  /** its Message-ID, empty when it has none or the row is gone */
  headerId: string
}

/** Takes the next changes of a mailbox in order; the attempt is stored already. Empty while they wait for a retry. */
export async function takeChanges(mailboxId: string, limit: number): Promise<PlacedChange[]> {
  const changes = (await takeDue(mailboxId, limit)).map(readChange)
  const ids = [...new Set(changes.map((change) => change.messageId))]
  const open = (await findOpenOf(db(), ids)).map(readChange)
  const rows = new Map((await findSummaries(ids)).map((row) => [row.id, row]))
  return changes.map((change) => {
    const row = rows.get(change.messageId)
    return { ...change, at: placeOf(change, open, row), headerId: row?.messageId ?? '' }
  })
}

/** The cache is ahead of the server: where the next move or delete starts is where the message still is. */
function placeOf(
  change: OpenChange,
  open: OpenChange[],
  row: { folderId: string; uid: bigint | null } | undefined,
): PlacedChange['at'] {
  const next = open.find(
    (other): other is OpenChange & { payload: MovePayload | DeletePayload } =>
      other.messageId === change.messageId && other.id >= change.id && other.kind !== 'flags',
  )
  if (!next) return row ? { folderId: row.folderId, uid: row.uid } : null
  const { fromFolderId, uid } = next.payload
  return { folderId: fromFolderId, uid: uid === null ? null : BigInt(uid) }
}

/** When the oldest open change of a mailbox may be tried; null when nothing is open. */
export const nextPushAt = findNextTry
