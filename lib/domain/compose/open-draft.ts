import type { Draft } from '../../contract/outbox'
import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { findDraft } from './compose.store'
import { presentDraft } from './draft.present'

export async function openDraft(userId: string, id: string): Promise<Draft> {
  const row = isId(id) ? await findDraft(userId, id) : null
  if (!row) throw notFound('draft')
  return presentDraft(userId, row)
}
