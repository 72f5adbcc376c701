// COPY, MOVE (RFC 6851) and EXPUNGE, with COPYUID (RFC 4315).
import { canonicalPath } from '../store/change-folders'
import { type Placed, placeMessages, removeMessages } from '../store/change-messages'
import type { ImapSession } from './session'
import { textOfValue, type Value } from './syntax'

export function copy(session: ImapSession, args: Value[], byUid: boolean): string {
  const placed = place(session, args, byUid, false)
  return `${copyUid(placed)}COPY completed`
}

/** The COPYUID of a MOVE goes out before the EXPUNGE answers (RFC 6851 section 4.3). */
export async function move(session: ImapSession, args: Value[], byUid: boolean): Promise<string> {
  session.writableFolder
  const code = copyUid(place(session, args, byUid, true))
  if (code) await session.untagged([`OK ${code}Moved`])
  return 'MOVE completed'
}

function place(session: ImapSession, args: Value[], byUid: boolean, isMove: boolean): Placed {
  const uids = session.folder.pick(textOfValue(args[0]), byUid).map(({ message }) => message.uid)
  const target = canonicalPath(textOfValue(args[1]))
  return placeMessages(session.store, session.folder.folder, uids, target, isMove)
}

function copyUid({ uidValidity, uids }: Placed): string {
  if (uids.size === 0) return ''
  return `[COPYUID ${uidValidity} ${[...uids.keys()].join(',')} ${[...uids.values()].join(',')}] `
}

/** Removes what is marked \Deleted: all of it, or only among these UIDs. */
export function expunge(session: ImapSession, args: Value[] | null): string {
  const selected = session.writableFolder
  const among = args ? selected.pick(textOfValue(args[0]), true) : selected.all()
  const marked = among.filter(({ message }) => message.flags.includes('\\Deleted'))
  const uids = marked.map(({ message }) => message.uid)
  removeMessages(session.store, selected.folder, uids)
  return 'EXPUNGE completed'
}
