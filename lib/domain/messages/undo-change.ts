import type { Tx } from '../../db/client'
import { lockFolders } from '../mailboxes/folders'
import { applyFlags, flagsOf } from './apply-flags'
import { findSummaries, type SummaryRow } from './message.store'
import { placeMessages, updateFlags } from './message-write.store'
import { type FlagsPayload, type MovePayload, readChange } from './pending-change'
import { findOpenOf, setPayload } from './pending-change.store'
import type { PlacedChange } from './take-changes'
import { tellChange } from './tell-change'

/**
 * Takes a refused change back in the cache; what the person did to the same message afterwards stays. An expunged
 * message has no row any more: it is read anew from the server, under its old id, by the caller.
 */
export async function undoChange(tx: Tx, mailboxId: string, change: PlacedChange): Promise<void> {
  const [seen] = await findSummaries([change.messageId], tx)
  if (!seen) return
  const folderIds = change.kind === 'move' ? [change.payload.fromFolderId] : []
  await lockFolders(tx, [seen.folderId, ...folderIds])
  const [row] = await findSummaries([change.messageId], tx)
  if (!row) return
  if (change.kind === 'flags') await undoFlags(tx, mailboxId, row, change.payload)
  if (change.kind === 'move') await undoMove(tx, mailboxId, row, change.payload)
}

async function undoFlags(tx: Tx, mailboxId: string, row: SummaryRow, payload: FlagsPayload): Promise<void> {
  const had = applyFlags({ ...flagsOf(payload.before) }, [], [])
  const names = [...payload.add, ...payload.remove]
  const backOn = names.filter((name) => hasFlag(had, name))
  const backOff = names.filter((name) => !hasFlag(had, name))
  const later = (await findOpenOf(tx, [row.id])).map(readChange)
  const restored = later.reduce(
    (state, change) =>
      change.kind === 'flags' ? applyFlags(state, change.payload.add, change.payload.remove) : state,
    applyFlags(flagsOf(row), backOn, backOff),
  )
  const touched = await updateFlags(tx, [{ id: row.id, ...restored }])
  await tellChange(
    tx,
    touched.map((one) => ({ ...one, mailboxId, total: 0, unread: one.seenChange })),
  )
}

function hasFlag(state: FlagsPayload['before'], name: string): boolean {
  if (name === 'seen' || name === 'answered' || name === 'flagged' || name === 'draft') return state[name]
  return state.keywords.some((keyword) => keyword.toLowerCase() === name.toLowerCase())
}

async function undoMove(tx: Tx, mailboxId: string, row: SummaryRow, payload: MovePayload): Promise<void> {
  const next = (await findOpenOf(tx, [row.id])).map(readChange).find((change) => change.kind !== 'flags')
  if (next) {
    // moved on meanwhile: that move starts from where the message stayed
    await setPayload(tx, next.id, { ...next.payload, fromFolderId: payload.fromFolderId, uid: payload.uid })
    return
  }
  await placeMessages(tx, [{ id: row.id, folderId: payload.fromFolderId, uid: payload.uid }])
  const { id, threadId } = row
  const unread = row.seen ? 0 : 1
  await tellChange(tx, [
    { id, threadId, mailboxId, folderId: row.folderId, total: -1, unread: -unread },
    { id, threadId, mailboxId, folderId: payload.fromFolderId, total: 1, unread },
  ])
}
