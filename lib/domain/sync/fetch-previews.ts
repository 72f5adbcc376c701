import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { previewOf } from '../../mime/preview-of'
import type { ImapSession, PartNode } from '../../protocols/imap/imap-session'
import { changeCounts, folderById } from '../mailboxes/folders'
import { messagesWithoutPreview, savePreviews } from '../messages/previews'
import { previewPart, readStructure } from '../messages/structure'

/** Older messages get theirs when they are opened. */
const AMONG_NEWEST = 2_000
const BATCH = 100
const BYTES = 2_048

/** First words of the newest messages that have none yet. Answers whether there may be more to do. */
export async function fetchPreviews(session: ImapSession, folderId: string): Promise<boolean> {
  const folder = await folderById(folderId)
  if (!folder) return false
  const rows = await messagesWithoutPreview(folderId, AMONG_NEWEST, BATCH)
  if (rows.length === 0) return false
  const { uidValidity } = await session.ensureFolder(folder.path)
  if (uidValidity !== folder.uidValidity) return false
  const parts = new Map<bigint, PartNode>()
  for (const row of rows) {
    const part = previewPart(readStructure(row.structure))
    if (part) parts.set(row.uid, part)
  }
  const wanted = [...parts].map(([uid, part]) => ({ uid, section: part.section }))
  const found = await session.fetchParts(wanted, BYTES)
  const previews = rows.map((row) => ({ id: row.id, preview: words(found.get(row.uid), parts.get(row.uid)) }))
  const { mailboxId } = folder
  await inTransaction(async (tx) => {
    await savePreviews(tx, previews)
    await changeCounts(tx, [{ folderId, total: 0, unread: 0 }])
    await publish(tx, `mailbox:${mailboxId}`, { type: 'messages-changed', mailboxId, folderId })
  })
  return rows.length === BATCH
}

/** A blank stands for "looked at, and there is no text", so that it is not fetched again. */
function words(bytes: Uint8Array | undefined, part: PartNode | undefined): string {
  if (!bytes || !part) return ' '
  const { type, parameters, encoding } = part
  return previewOf(bytes, { type, charset: parameters.charset ?? null, encoding }) || ' '
}
