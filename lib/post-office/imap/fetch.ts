// FETCH, with CHANGEDSINCE (RFC 7162 section 3.1.4).
import { setFlags } from '../store/change-messages'
import { bodyStructure } from './body-structure'
import { formatDateTime } from './dates'
import { envelope } from './envelope'
import { type FetchItem, parseFetchItems, type SimpleItem } from './fetch-items'
import { openMessage } from './open-message'
import { readSection } from './section'
import type { Numbered } from './selected-folder'
import type { ImapSession } from './session'
import { itemsOf, SyntaxProblem, textOfValue, type Value } from './syntax'
import { list, literal, type Wire } from './wire'

export async function fetch(session: ImapSession, args: Value[], byUid: boolean): Promise<string> {
  const items = parseFetchItems(args[1])
  const since = args[2] ? changedSince(args[2]) : -1
  session.isCondstore ||= since >= 0 || items.some((item) => item.kind === 'modseq')
  const implied: SimpleItem['kind'][] = [
    ...(byUid ? (['uid'] as const) : []),
    ...(since >= 0 ? (['modseq'] as const) : []),
  ]
  const wanted = withImplied(items, implied)
  for (const each of session.folder.pick(textOfValue(args[0]), byUid)) {
    if (each.message.modseq <= since) continue
    markSeen(session, each, items)
    await session.untagged([`${each.seq} FETCH `, ...list(wanted.map((item) => answer(session, each, item)))])
  }
  return 'FETCH completed'
}

function changedSince(value: Value): number {
  const [name, modseq] = itemsOf(value)
  const number = Number(textOfValue(modseq))
  if (!/^CHANGEDSINCE$/i.test(textOfValue(name)) || !Number.isSafeInteger(number))
    throw new SyntaxProblem('Expected CHANGEDSINCE')
  return number
}

function withImplied(items: FetchItem[], kinds: SimpleItem['kind'][]): FetchItem[] {
  const missing = kinds.filter((kind) => !items.some((item) => item.kind === kind))
  return [...missing.map((kind) => ({ kind })), ...items]
}

/** Reading a body marks the message seen, unless the client only peeks or may not write. */
function markSeen(session: ImapSession, { message }: Numbered, items: FetchItem[]): void {
  const isRead = items.some((item) => item.kind === 'section' && item.marksSeen)
  if (!isRead || session.folder.isReadOnly || message.flags.includes('\\Seen')) return
  setFlags(session.store, session.folder.folder, new Map([[message.uid, [...message.flags, '\\Seen']]]))
}

function answer(session: ImapSession, { message }: Numbered, item: FetchItem): Wire {
  const open = () => openMessage(session.store, message.file)
  switch (item.kind) {
    case 'uid':
      return [`UID ${message.uid}`]
    case 'flags':
      return ['FLAGS ', ...list(message.flags)]
    case 'internaldate':
      return [`INTERNALDATE "${formatDateTime(new Date(message.date))}"`]
    case 'size':
      return [`RFC822.SIZE ${message.size}`]
    case 'modseq':
      return [`MODSEQ (${message.modseq})`]
    case 'envelope':
      return ['ENVELOPE ', ...envelope(open().tree.fields)]
    case 'body':
      return ['BODY ', ...bodyStructure(open().raw, open().tree, false)]
    case 'bodystructure':
      return ['BODYSTRUCTURE ', ...bodyStructure(open().raw, open().tree, true)]
    case 'section': {
      const bytes = readSection(open().raw, open().tree, item)
      return [`${item.label} `, bytes ? literal(bytes) : 'NIL']
    }
  }
}
