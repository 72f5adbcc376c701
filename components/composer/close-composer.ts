// Closing keeps the draft on the server; what could not be saved stays in sight instead.
import { deleteDraft } from '@/lib/api-client/drafts'
import { compositionOf, dispatch } from './composer-store'
import { isBlank } from './composer-warnings'
import { isUnsaved, saveNow } from './save-draft'

/** Closes it when nothing can be lost by that, else shrinks it to its title. */
export async function closeComposer(key: string): Promise<void> {
  const before = compositionOf(key)
  if (!before) return
  if (isBlank(before)) {
    dispatch({ type: 'close', key })
    if (before.server) await deleteDraft(before.server.draftId).catch(() => undefined)
    return
  }
  dispatch({ type: 'minimise', key, minimised: true })
  await saveNow(key)
  const after = compositionOf(key)
  if (after && !isUnsaved(after) && after.save.kind !== 'conflict') dispatch({ type: 'close', key })
}
