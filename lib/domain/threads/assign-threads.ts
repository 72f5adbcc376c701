import { createHash } from 'node:crypto'
import type { Tx } from '../../db/client'
import { newId } from '../../platform/ids'
import { decideThreads, type SubjectNeighbour, type ThreadItem } from './decide-threads'
import {
  findAnchors,
  findBySubjects,
  insertThreads,
  lockThreadsOf,
  mergeThreads,
  saveAnchors,
} from './thread.store'

export type { SubjectNeighbour, ThreadItem }

const LONGEST_REF = 500
const MOST_NEIGHBOURS = 300

/** Answers the messages of these threads, as neighbours by subject; given by the owner of messages. */
export type FindNeighbours = (threadIds: string[]) => Promise<SubjectNeighbour[]>

/**
 * Puts messages of one mailbox into threads and stores the decision. Answers each item's thread, and which threads
 * were merged: their messages are the caller's to move. Holds the mailbox's thread lock until the transaction ends.
 */
export async function assignThreads(
  tx: Tx,
  mailboxId: string,
  items: ThreadItem[],
  findNeighbours: FindNeighbours,
): Promise<{ threadOf: Map<string, string>; merged: Map<string, string> }> {
  await lockThreadsOf(tx, mailboxId)
  const keyed = items.map((item) => ({ ...item, refs: item.refs.map(anchorRef) }))
  const anchors = await findAnchors(tx, mailboxId, [...new Set(keyed.flatMap((item) => item.refs))])
  const rootless = keyed.filter((item) => item.refs.length <= 1 && item.subject !== '')
  const subjects = [...new Set(rootless.map((item) => item.subject))]
  const nearby = await findBySubjects(tx, mailboxId, subjects, MOST_NEIGHBOURS)
  const neighbours = nearby.length > 0 ? await findNeighbours(nearby) : []
  const { threadOf, created, anchors: wanted, merged } = decideThreads(keyed, anchors, neighbours, newId)
  const changed = new Map([...wanted].filter(([ref, threadId]) => anchors.get(ref) !== threadId))
  if (created.length > 0) await insertThreads(tx, mailboxId, created)
  if (changed.size > 0) await saveAnchors(tx, mailboxId, changed)
  if (merged.size > 0) await mergeThreads(tx, merged)
  return { threadOf, merged }
}

/** An index entry has a limit; a Message-ID has none. */
const anchorRef = (ref: string) =>
  ref.length <= LONGEST_REF ? ref : createHash('sha256').update(ref).digest('hex')
