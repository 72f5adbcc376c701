// lib/domain/sync: makes the cache equal to the server, one folder at a time.
import { db, type Tx } from '../../db/client'
import { notFound } from '../../platform/errors'
import type { FolderStatus, ImapSession, RemoteMessage } from '../../protocols/imap/imap-session'
import { type FolderRow, folderById, moveCursor } from '../mailboxes/folders'
import { countKnown } from '../messages/count-known'
import { forgetLost } from '../messages/forget-messages'
import { recordFlags } from '../messages/record-flags'
import { recordMessages } from '../messages/record-messages'
import { changeCache } from './change-cache'
import { collect, inBatches } from './collect'
import { compareFolder } from './compare-folder'
import { mustCompare, planSync, type SyncReason } from './plan-sync'
import { readFirst } from './read-first'
import { startOver } from './start-over'

const BATCH = 500
const FLAG_BATCH = 2_000

/**
 * Opens the folder and does what planSync says. Every step is a transaction that moves the cursor with its rows, so
 * that a crash repeats work and never skips it. Answers whether the whole folder is cached now.
 */
export async function syncFolder(
  session: ImapSession,
  folderId: string,
  reason: SyncReason,
): Promise<{ isWhole: boolean }> {
  const startedAt = new Date()
  const folder = await folderById(folderId)
  if (!folder) throw notFound('folder')
  const status = await session.openFolder(folder.path)
  const plan = planSync(folder, status, reason)
  if (plan.kind === 'start-over') await startOver(folder)
  if (plan.kind !== 'update') return readFirst(session, folder, status)
  if (plan.fetchNew) await fetchNew(session, folder, plan.fetchNew, status)
  if (plan.flags.how === 'since') await fetchChanged(session, folder, plan.flags.modseq, status)
  const isWhole = folder.lowUid === 1n
  const known = await countKnown(db(), folder)
  if (plan.flags.how === 'compare' || mustCompare({ known, isWhole }, status.exists, reason)) {
    await compareFolder(session, folder, status)
  }
  await changeCache(folder.mailboxId, async (tx) => {
    if (isWhole) await forgetLost(tx, folder, startedAt)
    await moveCursor(tx, folder.id, cursorAfter(status))
  })
  return { isWhole }
}

/** Only now is everything up to here in the cache. */
const cursorAfter = (status: FolderStatus) => ({
  uidNext: status.uidNext,
  modseq: status.highestModseq,
  serverTotal: status.exists,
})

async function fetchNew(
  session: ImapSession,
  folder: FolderRow,
  range: { from: bigint; to: bigint },
  status: FolderStatus,
): Promise<void> {
  for (const piece of await smallRanges(session, range)) {
    const messages: RemoteMessage[] = await collect(session.fetchMessages(piece))
    await changeCache(folder.mailboxId, async (tx: Tx) => {
      await recordMessages(tx, folder, messages, { arrived: true })
      await moveCursor(tx, folder.id, { uidNext: piece.to + 1n, serverTotal: status.exists })
    })
  }
}

/** UIDs may be sparse or many: a long range is cut where its messages are. */
async function smallRanges(
  session: ImapSession,
  range: { from: bigint; to: bigint },
): Promise<{ from: bigint; to: bigint }[]> {
  if (range.to - range.from < BigInt(BATCH)) return [range]
  const uids = (await collect(session.fetchFlags(range)))
    .map((message) => message.uid)
    .sort((a, b) => (a < b ? -1 : 1))
  const pieces: { from: bigint; to: bigint }[] = []
  for (let at = 0; at < uids.length; at += BATCH) {
    const last = uids[at + BATCH - 1] ?? range.to
    pieces.push({ from: uids[at] ?? range.from, to: last })
  }
  return pieces
}

async function fetchChanged(
  session: ImapSession,
  folder: FolderRow,
  modseq: bigint,
  status: FolderStatus,
): Promise<void> {
  const range = { from: folder.lowUid ?? 1n, to: status.uidNext - 1n }
  for await (const flags of inBatches(session.fetchFlags(range, modseq), FLAG_BATCH)) {
    await changeCache(folder.mailboxId, (tx) => recordFlags(tx, folder, flags))
  }
}
