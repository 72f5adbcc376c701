import type { Tx } from '../../db/client'
import { baseSubject } from '../../mail/base-subject'
import type { RemoteMessage } from '../../protocols/imap/imap-session'
import { lockFolders } from '../mailboxes/folders'
import { assignThreads, type SubjectNeighbour } from '../threads/assign-threads'
import { adoptMoved } from './adopt-moved'
import { findPairsOf, type Pair } from './folder-thread.store'
import { findThreadNeighbours, findUidRange } from './message.store'
import { isMarked, participantsOf, toInsert, toThreadItem } from './message-insert'
import { insertMessages, setThreads } from './message-write.store'
import { findLeaving } from './pending-change.store'
import { tellChange } from './tell-change'

type FolderRef = { id: string; mailboxId: string }

/**
 * Puts what the server has into the cache, in the caller's transaction: messages, threads, conversations, counts and
 * the event. UIDs that are there already, or that we are moving away, are left alone. Answers the new ids.
 * `arrived` for mail that came just now; `ids` gives known ids back to UIDs that return.
 */
export async function recordMessages(
  tx: Tx,
  folder: FolderRef,
  remote: RemoteMessage[],
  options: { arrived: boolean; ids?: ReadonlyMap<bigint, string> },
): Promise<string[]> {
  const fresh = await withoutKnown(tx, folder, remote)
  const drafts = fresh.map((message) => toInsert(message, options.ids?.get(message.uid)))
  const { threadOf, merged } = await assignThreads(
    tx,
    folder.mailboxId,
    drafts.map(toThreadItem),
    (threadIds) => neighboursIn(tx, threadIds),
  )
  const moved = merged.size > 0 ? await findPairsOf(tx, [...merged.keys()]) : []
  await lockFolders(tx, [folder.id, ...moved.map((pair) => pair.folderId)])
  if (merged.size > 0) await setThreads(tx, merged)
  const adopted = await adoptMoved(tx, folder, drafts)
  const rows = drafts
    .filter((draft) => !adopted.has(draft.id))
    .map((draft) => ({ ...draft, threadId: threadOf.get(draft.id) ?? '' }))
  const made = new Set(rows.length > 0 ? await insertMessages(tx, folder, rows) : [])
  const touches = rows
    .filter((row) => made.has(row.id))
    .map((row) => ({
      id: row.id,
      mailboxId: folder.mailboxId,
      folderId: folder.id,
      threadId: row.threadId,
      total: 1,
      unread: row.seen ? 0 : 1,
      arrived: options.arrived,
    }))
  await tellChange(tx, touches, bothNames(moved, merged))
  return [...made]
}

async function withoutKnown(tx: Tx, folder: FolderRef, remote: RemoteMessage[]): Promise<RemoteMessage[]> {
  if (remote.length === 0) return []
  const uids = remote.map((message) => message.uid)
  const [low, high] = [uids.reduce((a, b) => (a < b ? a : b)), uids.reduce((a, b) => (a > b ? a : b))]
  const known = new Set((await findUidRange(tx, folder.id, low, high)).map((row) => row.uid))
  for (const uid of await findLeaving(tx, folder.mailboxId, folder.id)) known.add(uid)
  return remote.filter((message) => !known.has(message.uid))
}

/** A merged conversation goes from the list under its old id and is counted again under the one that is kept. */
function bothNames(pairs: Pair[], merged: ReadonlyMap<string, string>): Pair[] {
  return pairs.flatMap((pair) => [pair, { ...pair, threadId: merged.get(pair.threadId) ?? pair.threadId }])
}

async function neighboursIn(tx: Tx, threadIds: string[]): Promise<SubjectNeighbour[]> {
  return (await findThreadNeighbours(tx, threadIds)).map((row) => ({
    threadId: row.threadId,
    subject: baseSubject(row.subject).base,
    at: row.receivedAt.getTime(),
    participants: participantsOf(row),
    isLoose: row.inReplyTo === '' && row.references.length === 0 && isMarked(row.subject),
  }))
}
