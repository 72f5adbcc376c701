import { db } from '../../db/client'
import { readFlags } from '../../mail/flag-name'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { type FolderRow, foldersOf, moveCursor } from '../mailboxes/folders'
import { recordVerified } from '../mailboxes/record-verified'
import { withImap } from '../mailboxes/with-imap'
import { sameFlags } from '../messages/apply-flags'
import { cachedUids } from '../messages/count-known'
import { pendingFlags, withPending } from '../messages/pending-flags'
import { collect } from './collect'
import { rangesFromTop } from './plan-sync'

/** `missing` in the cache, `ghost` in the cache alone, other `flags`, or a folder that is not `whole` or not the same. */
export type Difference = {
  folder: string
  uid: string | null
  kind: 'missing' | 'ghost' | 'flags' | 'not-cached' | 'uidvalidity'
}

const WIDTH = 20_000n

/**
 * Compares every UID and flag of every folder with the server and changes nothing. What people did and the server
 * does not know yet is not a difference. Folders without any are stamped `verifiedAt`, and the mailbox if all are.
 */
export async function verifyMailbox(mailboxId: string): Promise<Difference[]> {
  const folders = (await foldersOf(mailboxId)).filter((folder) => folder.selectable)
  const all: Difference[] = []
  for (const folder of folders) {
    const differences = await withImap(mailboxId, (session) => verifyFolder(session, folder))
    if (differences.length === 0) await moveCursor(db(), folder.id, { verifiedAt: new Date() })
    all.push(...differences)
  }
  if (all.length === 0) await recordVerified(mailboxId)
  return all
}

async function verifyFolder(session: ImapSession, folder: FolderRow): Promise<Difference[]> {
  const name = folder.path
  const status = await session.openFolder(name, { readOnly: true })
  if (folder.lowUid !== 1n) return [{ folder: name, uid: null, kind: 'not-cached' }]
  if (status.uidValidity !== folder.uidValidity) return [{ folder: name, uid: null, kind: 'uidvalidity' }]
  const found: Difference[] = []
  for (const range of rangesFromTop(1n, status.uidNext - 1n, WIDTH)) {
    found.push(...(await verifyRange(session, folder, range)))
  }
  return found
}

async function verifyRange(
  session: ImapSession,
  folder: FolderRow,
  range: { from: bigint; to: bigint },
): Promise<Difference[]> {
  const remote = new Map((await collect(session.fetchFlags(range))).map((message) => [message.uid, message]))
  const { rows, leaving } = await cachedUids(db(), folder, range)
  const cached = new Map(rows.map((row) => [row.uid, row]))
  const ids = rows.map((row) => row.id)
  const pending = await pendingFlags(db(), ids)
  const differ = (uid: bigint, kind: Difference['kind']) => ({
    folder: folder.path,
    uid: uid.toString(),
    kind,
  })
  const gone = rows.filter((row) => !remote.has(row.uid)).map((row) => differ(row.uid, 'ghost'))
  const other = [...remote.values()].flatMap((message) => {
    const row = cached.get(message.uid)
    if (!row) return leaving.includes(message.uid) ? [] : [differ(message.uid, 'missing')]
    const { flags, keywords } = readFlags(message.flags)
    const wanted = withPending({ ...flags, keywords }, pending.get(row.id))
    return sameFlags(wanted, row) ? [] : [differ(message.uid, 'flags')]
  })
  return [...gone, ...other]
}
