// APPEND, answered with APPENDUID (RFC 4315).
import { withCrlf } from '../mime/line-ends'
import { canonicalPath } from '../store/change-folders'
import { addMessage } from '../store/change-messages'
import { parseDateTime } from './dates'
import { type ImapSession, Refused } from './session'
import { systemFlag } from './store-flags'
import { itemsOf, SyntaxProblem, textOfValue, type Value } from './syntax'

export function append(session: ImapSession, args: Value[]): string {
  const [target, ...rest] = args
  const literal = rest.pop()
  if (literal?.kind !== 'string') throw new SyntaxProblem('Expected a message')
  const folder = session.store.folder(canonicalPath(textOfValue(target)))
  if (!folder) throw new Refused('TRYCREATE', 'No such folder')
  const flags = rest[0]?.kind === 'list' ? itemsOf(rest.shift()).map(textOfValue).map(systemFlag) : []
  const date = rest[0] ? parseDateTime(textOfValue(rest[0])) : session.clock()
  const uid = addMessage(session.store, folder.path, { raw: withCrlf(literal.bytes), flags, date })
  return `[APPENDUID ${folder.uidValidity} ${uid}] APPEND completed`
}
