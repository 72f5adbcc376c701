import { inTransaction, type Tx } from '../../db/client'
import { publish } from '../../events/publish'
import { lockFolders } from '../mailboxes/folders'
import { lockThreads } from '../threads/threads'
import { findSummaries } from './message.store'
import { deleteMessageRows, findHolders, type Placement, placeMessages } from './message-write.store'
import { readChange } from './pending-change'
import { deleteSettled, findOpenOf, postpone, setPayload, settle } from './pending-change.store'
import type { PlacedChange } from './take-changes'
import { tellChange } from './tell-change'
import { undoChange } from './undo-change'

/** The server did it, or the message is gone there, which is as good. `uidMap`: source UID -> UID in the target. */
export async function applyChanges(
  mailboxId: string,
  changes: PlacedChange[],
  uidMap: ReadonlyMap<bigint, bigint> = new Map(),
): Promise<void> {
  await inTransaction(async (tx) => {
    await lockThreads(tx, mailboxId)
    await settle(
      tx,
      changes.map((change) => change.id),
      'applied',
      null,
    )
    for (const change of changes) {
      const uid = change.at?.uid
      const target = uid === null || uid === undefined ? undefined : uidMap.get(uid)
      if (change.kind === 'move' && target !== undefined) {
        await nameTarget(tx, mailboxId, change.messageId, change.payload.toFolderId, target)
      }
    }
  })
}

/** Tells the message its new UID, or the change that waits to take it further. */
async function nameTarget(
  tx: Tx,
  mailboxId: string,
  messageId: string,
  folderId: string,
  uid: bigint,
): Promise<void> {
  const next = (await findOpenOf(tx, [messageId])).map(readChange).find((change) => change.kind !== 'flags')
  if (next) {
    await setPayload(tx, next.id, { ...next.payload, uid: uid.toString() })
    return
  }
  const [row] = await findSummaries([messageId], tx)
  if (!row || row.folderId !== folderId) return
  const placement: Placement = { id: messageId, folderId, uid: uid.toString() }
  await lockFolders(tx, [folderId])
  // the folder may have been read before we learned the UID: then the message is there twice
  const twins = await findHolders(tx, [placement])
  await deleteMessageRows(
    tx,
    twins.map((twin) => twin.id),
  )
  await placeMessages(tx, [placement])
  await tellChange(
    tx,
    twins.map((twin) => ({ ...twin, mailboxId, total: -1, unread: twin.seen ? 0 : -1 })),
  )
}

/** The server said no: undone in the cache, with its words. */
export async function refuseChange(mailboxId: string, change: PlacedChange, reason: string): Promise<void> {
  await inTransaction(async (tx) => {
    await lockThreads(tx, mailboxId)
    await settle(tx, [change.id], 'refused', reason)
    await undoChange(tx, mailboxId, change)
    await publish(tx, `mailbox:${mailboxId}`, {
      type: 'changes-refused',
      mailboxId,
      changeIds: [change.id.toString()],
    })
  })
}

/** Not answered: tried again at `nextTryAt`. */
export const postponeChanges = (changes: PlacedChange[], nextTryAt: Date) =>
  postpone(
    changes.map((change) => change.id),
    nextTryAt,
  )

/** Settled changes are of no use after a while. Answers how many went. */
export const pruneChanges = deleteSettled
