import { notFound } from '../../platform/errors'
import type { ImapSession, RemoteMessage } from '../../protocols/imap/imap-session'
import { type FolderRow, folderById, moveCursor, replaceCounts } from '../mailboxes/folders'
import { recount } from '../messages/count-known'
import { recordMessages } from '../messages/record-messages'
import { changeCache } from './change-cache'
import { collect } from './collect'

const BATCH = 300

/**
 * Goes on with a folder's first synchronisation, from the newest messages downwards, for about `budgetMs`. Takes up
 * where it stopped, also after a crash. Answers whether the whole folder is cached.
 */
export async function backfillFolder(
  session: ImapSession,
  folderId: string,
  budgetMs: number,
  mayGoOn: () => boolean = () => true,
): Promise<{ isWhole: boolean }> {
  const folder = await folderById(folderId)
  if (!folder) throw notFound('folder')
  const low = folder.lowUid
  if (low === null || low === 1n) return { isWhole: low === 1n }
  const status = await session.openFolder(folder.path)
  // the next look at the folder starts it over
  if (status.uidValidity !== folder.uidValidity) return { isWhole: false }
  const until = Date.now() + budgetMs
  let next: Promise<Batch | null> | null = readBelow(session, low)
  while (next) {
    const batch: Batch | null = await next
    if (!batch || batch.range.from === 1n) {
      if (batch) await store(folder, batch)
      await finish(folder)
      return { isWhole: true }
    }
    // the server reads on while the database writes
    next = Date.now() < until && mayGoOn() ? readBelow(session, batch.range.from) : null
    next?.catch(() => undefined)
    await store(folder, batch)
  }
  return { isWhole: false }
}

type Batch = { range: { from: bigint; to: bigint }; messages: RemoteMessage[] }

async function readBelow(session: ImapSession, uid: bigint): Promise<Batch | null> {
  const range = await session.newestRange(BATCH, uid)
  return range ? { range, messages: await collect(session.fetchMessages(range)) } : null
}

/** The cursor moves in the transaction of the rows above it. */
function store(folder: FolderRow, { range, messages }: Batch): Promise<void> {
  return changeCache(folder.mailboxId, async (tx) => {
    await recordMessages(tx, folder, messages, { arrived: false })
    await moveCursor(tx, folder.id, { lowUid: range.from })
  })
}

function finish(folder: { id: string; mailboxId: string }): Promise<void> {
  return changeCache(folder.mailboxId, async (tx) => {
    await moveCursor(tx, folder.id, { lowUid: 1n })
    await replaceCounts(tx, folder.id, await recount(tx, folder.id))
  })
}
