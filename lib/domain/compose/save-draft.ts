import type { Draft, DraftSave } from '../../contract/outbox'
import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { AppError, badField, notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { allowMailbox } from '../mailboxes/mailbox.policy'
import { allowUploads } from './allow-uploads'
import { findDraft, replaceDraft } from './compose.store'
import { presentDraft } from './draft.present'
import { storable } from './storable'

/** Replaces a draft that is still at `revision`. Throws `conflict` when another tab saved since. */
export async function saveDraft(userId: string, id: string, save: DraftSave): Promise<Draft> {
  const { revision, ...content } = storable(save)
  if (!isId(id)) throw notFound('draft')
  if (revision === undefined) throw badField('revision', 'is needed: the one you last read')
  await allowMailbox(userId, content.mailboxId)
  await allowUploads(userId, content.uploads)
  const row = await inTransaction(async (tx) => {
    const change = { mailboxId: content.mailboxId, content }
    const isSaved = await replaceDraft(tx, { id, userId, revision }, change)
    if (isSaved) await publish(tx, `user:${userId}`, { type: 'draft-changed', draftId: id })
    const now = await findDraft(userId, id, tx)
    if (now && !isSaved)
      throw new AppError('conflict', 'draft-changed', 'This draft was saved somewhere else meanwhile.')
    return now
  })
  if (!row) throw notFound('draft')
  return presentDraft(userId, row)
}
