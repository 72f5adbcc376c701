import { db } from '../../db/client'
import type { FolderStatus, ImapSession, RemoteFlags } from '../../protocols/imap/imap-session'
import type { FolderRow } from '../mailboxes/folders'
import { cachedUids } from '../messages/count-known'
import { forgetMessages } from '../messages/forget-messages'
import { recordFlags } from '../messages/record-flags'
import { recordMessages } from '../messages/record-messages'
import { changeCache } from './change-cache'
import { collect } from './collect'
import { rangesFromTop } from './plan-sync'

/** UIDs a range: bounded memory in a mailbox of any size. */
const WIDTH = 20_000n
const BATCH = 500

/** Every UID and flag of the cached part of the open folder against the server's: forgets, corrects, fetches. */
export async function compareFolder(
  session: ImapSession,
  folder: FolderRow,
  status: FolderStatus,
): Promise<void> {
  const top = status.uidNext > folder.uidNext ? status.uidNext : folder.uidNext
  for (const range of rangesFromTop(folder.lowUid ?? 1n, top - 1n, WIDTH)) {
    // the cache first: what comes in between is new to it and not mistaken for vanished
    const cached = await cachedUids(db(), folder, range)
    const remote = await collect(session.fetchFlags(range))
    const there = new Set(remote.map((message) => message.uid))
    const gone = cached.rows.filter((row) => !there.has(row.uid)).map((row) => row.id)
    const known = new Set([...cached.rows.map((row) => row.uid), ...cached.leaving])
    await changeCache(folder.mailboxId, async (tx) => {
      await forgetMessages(tx, folder, gone)
      await recordFlags(tx, folder, remote)
    })
    await fetchMissing(
      session,
      folder,
      remote.filter((message) => !known.has(message.uid)),
    )
  }
}

async function fetchMissing(session: ImapSession, folder: FolderRow, missing: RemoteFlags[]): Promise<void> {
  const uids = missing.map((message) => message.uid).sort((a, b) => (a < b ? 1 : -1))
  for (let at = 0; at < uids.length; at += BATCH) {
    const slice = uids.slice(at, at + BATCH)
    const [to, from] = [slice[0], slice.at(-1)]
    if (to === undefined || from === undefined) return
    const messages = await collect(session.fetchMessages({ from, to }))
    await changeCache(folder.mailboxId, (tx) => recordMessages(tx, folder, messages, { arrived: false }))
  }
}
