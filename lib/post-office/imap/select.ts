// SELECT, EXAMINE, CLOSE, UNSELECT.
import { canonicalPath } from '../store/change-folders'
import { removeMessages } from '../store/change-messages'
import { SelectedFolder } from './selected-folder'
import { type ImapSession, Refused } from './session'
import { textOfValue, type Value } from './syntax'

export async function select(session: ImapSession, args: Value[], isReadOnly: boolean): Promise<string> {
  session.selected = null
  const folder = session.store.folder(canonicalPath(textOfValue(args[0])))
  if (!folder) throw new Refused('NONEXISTENT', 'No such folder')
  const options = args[1]?.kind === 'list' ? args[1].items : []
  session.isCondstore ||= options.some((each) => each.kind === 'atom' && /^condstore$/i.test(each.text))
  session.selected = new SelectedFolder(folder, isReadOnly)
  const numbered = session.selected.all()
  const unseen = numbered.find(({ message }) => !message.flags.includes('\\Seen'))
  const flags = '\\Answered \\Flagged \\Deleted \\Seen \\Draft'
  const lines = [
    `FLAGS (${flags} $Forwarded $MDNSent $Junk $NotJunk)`,
    `OK [PERMANENTFLAGS (${isReadOnly ? '' : `${flags} \\*`})] Limits`,
    `${numbered.length} EXISTS`,
    '0 RECENT',
    ...(unseen ? [`OK [UNSEEN ${unseen.seq}] First unseen`] : []),
    `OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`,
    `OK [UIDNEXT ${folder.uidNext}] Next UID`,
    `OK [HIGHESTMODSEQ ${folder.modseq}] Highest`,
  ]
  for (const line of lines) await session.untagged([line])
  return isReadOnly ? '[READ-ONLY] EXAMINE completed' : '[READ-WRITE] SELECT completed'
}

/** CLOSE removes what is marked \Deleted without a word; UNSELECT does not. */
export function close(session: ImapSession): string {
  const { folder, isReadOnly } = session.folder
  const marked = session.folder.all().filter(({ message }) => message.flags.includes('\\Deleted'))
  const uids = marked.map(({ message }) => message.uid)
  if (!isReadOnly) removeMessages(session.store, folder, uids)
  session.selected = null
  return 'CLOSE completed'
}

export function unselect(session: ImapSession): string {
  session.selected = null
  return 'UNSELECT completed'
}
