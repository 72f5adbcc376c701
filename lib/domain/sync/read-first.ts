import type { FolderStatus, ImapSession } from '../../protocols/imap/imap-session'
import { type FolderRow, moveCursor } from '../mailboxes/folders'
import { recordMessages } from '../messages/record-messages'
import { changeCache } from './change-cache'
import { collect } from './collect'

/** A screenful, so that the list is usable at once; the rest follows from the top down (backfillFolder). */
const FIRST = 60

/** The newest messages of a folder that was never read, and the cursor in the same transaction. */
export async function readFirst(
  session: ImapSession,
  folder: FolderRow,
  status: FolderStatus,
): Promise<{ isWhole: boolean }> {
  const range = await session.newestRange(FIRST)
  const messages = range ? await collect(session.fetchMessages(range)) : []
  const lowUid = range?.from ?? 1n
  const isWhole = range === null || messages.length >= status.exists
  await changeCache(folder.mailboxId, async (tx) => {
    await recordMessages(tx, folder, messages, { arrived: false })
    await moveCursor(tx, folder.id, {
      uidValidity: status.uidValidity,
      uidNext: range ? range.to + 1n : status.uidNext,
      modseq: status.highestModseq,
      lowUid: isWhole ? 1n : lowUid,
      serverTotal: status.exists,
    })
  })
  return { isWhole }
}
