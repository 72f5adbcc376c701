import type { Db } from '../../db/client'
import { applyFlags } from './apply-flags'
import type { FlagState } from './message-write.store'
import { readChange } from './pending-change'
import { findOpenOf } from './pending-change.store'

type Wanted = { add: string[]; remove: string[] }

/** What people did to flags of these messages and the server does not know yet, oldest first. */
export async function pendingFlags(tx: Db, ids: string[]): Promise<Map<string, Wanted[]>> {
  const found = new Map<string, Wanted[]>()
  for (const row of await findOpenOf(tx, ids)) {
    const change = readChange(row)
    if (change.kind !== 'flags') continue
    found.set(row.messageId, [...(found.get(row.messageId) ?? []), change.payload])
  }
  return found
}

/** The server's flags with that on top. */
export const withPending = (flags: FlagState, wanted: Wanted[] = []): FlagState =>
  wanted.reduce((state, { add, remove }) => applyFlags(state, add, remove), flags)
