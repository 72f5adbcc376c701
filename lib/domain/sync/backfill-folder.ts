import { notFound } from '../../platform/errors'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { folderById, moveCursor, replaceCounts } from '../mailboxes/folders'
import { recount } from '../messages/count-known'
import { recordMessages } from '../messages/record-messages'
import { changeCache } from './change-cache'
import { collect } from './collect'

const BATCH = 500

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
  let low = folder.lowUid
  if (low === null || low === 1n) return { isWhole: low === 1n }
  const status = await session.openFolder(folder.path)
  // the next look at the folder starts it over
  if (status.uidValidity !== folder.uidValidity) return { isWhole: false }
  const until = Date.now() + budgetMs
  while (Date.now() < until && mayGoOn()) {
    const range = await session.newestRange(BATCH, low)
    if (!range) {
      await finish(folder)
      return { isWhole: true }
    }
    const messages = await collect(session.fetchMessages(range))
    await changeCache(folder.mailboxId, async (tx) => {
      await recordMessages(tx, folder, messages, { arrived: false })
      await moveCursor(tx, folder.id, { lowUid: range.from })
    })
    low = range.from
    if (low === 1n) {
      await finish(folder)
      return { isWhole: true }
    }
  }
  return { isWhole: false }
}

function finish(folder: { id: string; mailboxId: string }): Promise<void> {
  return changeCache(folder.mailboxId, async (tx) => {
    await moveCursor(tx, folder.id, { lowUid: 1n })
    await replaceCounts(tx, folder.id, await recount(tx, folder.id))
  })
}
