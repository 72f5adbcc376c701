import { inTransaction } from '../../db/client'
import { publish } from '../../events/publish'
import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { removeDraft } from './compose.store'

/** Its uploads stay for a while, so that throwing a draft away can be undone. */
export async function deleteDraft(userId: string, id: string): Promise<void> {
  if (!isId(id)) throw notFound('draft')
  await inTransaction(async (tx) => {
    if (!(await removeDraft(tx, userId, id))) throw notFound('draft')
    await publish(tx, `user:${userId}`, { type: 'draft-changed', draftId: id })
  })
}
