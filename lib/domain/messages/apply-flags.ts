import { isSystemFlag } from '../../mail/flag-name'
import type { FlagState } from './message-write.store'

/** The flags after adding and removing by contract name. What is in both is added. Pure. */
export function applyFlags(before: FlagState, add: string[], remove: string[]): FlagState {
  const after = { ...before, keywords: [...before.keywords] }
  for (const name of remove) setFlag(after, name, false)
  for (const name of add) setFlag(after, name, true)
  after.keywords.sort()
  return after
}

function setFlag(state: FlagState, name: string, on: boolean): void {
  if (isSystemFlag(name)) {
    state[name] = on
    return
  }
  // keywords are compared without case (RFC 9051 section 2.3.2)
  const others = state.keywords.filter((keyword) => keyword.toLowerCase() !== name.toLowerCase())
  state.keywords = on ? [...others, name] : others
}

export function sameFlags(a: FlagState, b: FlagState): boolean {
  const systemSame =
    a.seen === b.seen && a.answered === b.answered && a.flagged === b.flagged && a.draft === b.draft
  return systemSame && a.keywords.join(' ') === b.keywords.join(' ')
}

/** Only the flags of a row. */
export const flagsOf = ({ seen, answered, flagged, draft, keywords }: FlagState): FlagState => ({
  seen,
  answered,
  flagged,
  draft,
  keywords,
})
