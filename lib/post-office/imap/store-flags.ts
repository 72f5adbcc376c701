// STORE, with UNCHANGEDSINCE (RFC 7162 section 3.1.3).
import { setFlags } from '../store/change-messages'
import { flagsAnswer, type Numbered } from './selected-folder'
import type { ImapSession } from './session'
import { SyntaxProblem, textOfValue, type Value } from './syntax'

export async function store(session: ImapSession, args: Value[], byUid: boolean): Promise<string> {
  const selected = session.writableFolder
  const { unchangedSince, action, isSilent, flags } = parseStore(args)
  // what others changed is told first, so that everything newer is this command's own doing
  await session.tellNews(true)
  const picked = selected.pick(textOfValue(args[0]), byUid)
  const stale = picked.filter(({ message }) => message.modseq > unchangedSince)
  const fresh = picked.filter((each) => !stale.includes(each))
  const wanted = new Map(fresh.map(({ message }) => [message.uid, combine(message.flags, action, flags)]))
  setFlags(session.store, selected.folder, wanted)
  selected.markAnnounced()
  if (!isSilent || session.isCondstore) await tell(session, fresh)
  if (stale.length === 0) return 'STORE completed'
  return `[MODIFIED ${stale.map((each) => (byUid ? each.message.uid : each.seq)).join(',')}] STORE completed`
}

async function tell(session: ImapSession, messages: Numbered[]): Promise<void> {
  for (const each of messages) await session.untagged(flagsAnswer(each, session.isCondstore))
}

function parseStore(args: Value[]) {
  const [, second, ...others] = args
  const isConditional = second?.kind === 'list'
  const unchangedSince = isConditional ? Number(textOfValue(second.items[1])) : Number.POSITIVE_INFINITY
  if (Number.isNaN(unchangedSince)) throw new SyntaxProblem('Not a modification sequence')
  const [name, ...values] = isConditional ? others : args.slice(1)
  const match = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOfValue(name))
  if (!match) throw new SyntaxProblem('Expected FLAGS')
  const flags = values.flatMap((value) => (value.kind === 'list' ? value.items : [value])).map(textOfValue)
  return { unchangedSince, action: match[1] ?? '', isSilent: Boolean(match[2]), flags: flags.map(systemFlag) }
}

/** System flags have one spelling whatever the client's. */
export function systemFlag(flag: string): string {
  const known = ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft']
  return known.find((name) => name.toLowerCase() === flag.toLowerCase()) ?? flag
}

function combine(have: string[], action: string, flags: string[]): string[] {
  if (action === '+') return [...new Set([...have, ...flags])]
  if (action === '-') return have.filter((flag) => !flags.includes(flag))
  return [...new Set(flags)]
}
