import type { Draft } from '../../contract/outbox'
import { findDrafts } from './compose.store'
import { presentDrafts } from './draft.present'

/** This person's drafts, the one saved last first, at most 200. */
export async function listDrafts(userId: string): Promise<Draft[]> {
  return presentDrafts(userId, await findDrafts(userId))
}
