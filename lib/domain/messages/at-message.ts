import { db } from '../../db/client'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { folderById } from '../mailboxes/folders'
import { withImap } from '../mailboxes/with-imap'
import { goneOnServer } from './mail-server-answer'
import { readChange } from './pending-change'
import { findOpenOf } from './pending-change.store'

type Located = { id: string; mailboxId: string; folderId: string; uid: bigint | null }

/**
 * Runs `work` with a pooled session whose open folder holds the message, and the UID there: also while a move of
 * ours is on its way. Throws `gone` when the folder was rebuilt since or the place is not known.
 */
export async function atMessage<T>(
  message: Located,
  work: (session: ImapSession, uid: bigint) => Promise<T>,
): Promise<T> {
  const place = await placeOf(message)
  const folder = place ? await folderById(place.folderId) : null
  if (!place || !folder) throw goneOnServer()
  return withImap(message.mailboxId, async (session) => {
    const { uidValidity } = await session.ensureFolder(folder.path)
    if (uidValidity !== folder.uidValidity) throw goneOnServer()
    return work(session, place.uid)
  })
}

async function placeOf(message: Located): Promise<{ folderId: string; uid: bigint } | null> {
  if (message.uid !== null) return { folderId: message.folderId, uid: message.uid }
  const open = (await findOpenOf(db(), [message.id])).map(readChange)
  const move = open.find((change) => change.kind === 'move')
  if (move?.kind !== 'move' || move.payload.uid === null) return null
  return { folderId: move.payload.fromFolderId, uid: BigInt(move.payload.uid) }
}
