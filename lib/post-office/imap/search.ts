// SEARCH (RFC 3501 section 6.4.4).
import { openMessage } from './open-message'
import { parseKeys } from './search-keys'
import type { ImapSession } from './session'
import { SyntaxProblem, textOfValue, type Value } from './syntax'

export async function search(session: ImapSession, args: Value[], byUid: boolean): Promise<string> {
  const keys = withoutCharset(args)
  if (keys.length === 0) throw new SyntaxProblem('Nothing to search for')
  const all = session.folder.all()
  const lastOne = all.at(-1)
  const test = parseKeys(keys, { seq: lastOne?.seq ?? 0, uid: lastOne?.message.uid ?? 0 })
  const found = all.filter(({ seq, message }) =>
    test({ seq, message, open: () => openMessage(session.store, message.file) }),
  )
  const numbers = found.map(({ seq, message }) => (byUid ? message.uid : seq))
  const isByModseq = keys.some((key) => key.kind === 'atom' && /^MODSEQ$/i.test(key.text))
  const highest = Math.max(0, ...found.map(({ message }) => message.modseq))
  const modseq = isByModseq && highest > 0 ? ` (MODSEQ ${highest})` : ''
  await session.untagged([`SEARCH${numbers.map((number) => ` ${number}`).join('')}${modseq}`])
  return 'SEARCH completed'
}

function withoutCharset(args: Value[]): Value[] {
  const [first, charset, ...rest] = args
  if (first?.kind !== 'atom' || first.text.toUpperCase() !== 'CHARSET') return args
  if (!/^(utf-8|us-ascii)$/i.test(textOfValue(charset))) throw new SyntaxProblem('Only UTF-8 and US-ASCII')
  return rest
}
