import type { Draft, DraftSave } from '../../contract/outbox'
import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { notFound } from '../../platform/errors'
import { newId } from '../../platform/ids'
import { allowMailbox } from '../mailboxes/mailbox.policy'
import { allowUploads } from './allow-uploads'
import { findDraft, insertDraft } from './compose.store'
import { presentDraft } from './draft.present'
import { storable } from './storable'

/** A new draft at revision 1. Addresses are kept as typed: they are judged when the message is sent. */
export async function createDraft(userId: string, save: DraftSave): Promise<Draft> {
  const { revision: _, ...content } = storable(save)
  await allowMailbox(userId, content.mailboxId)
  await allowUploads(userId, content.uploads)
  const id = newId()
  const row = await inTransaction(async (tx) => {
    await insertDraft(tx, { id, userId, mailboxId: content.mailboxId, content })
    await publish(tx, `user:${userId}`, { type: 'draft-changed', draftId: id })
    return findDraft(userId, id, tx)
  })
  if (!row) throw notFound('draft')
  return presentDraft(userId, row)
}
