// Saves one composition as a draft on the server and tells the store how it went.
import { createDraft, saveDraft } from '@/lib/api-client/drafts'
import { ApiProblem } from '@/lib/api-client/problem'
import { compositionOf, dispatch } from './composer-store'
import type { Composition } from './composition'
import { draftRequestOf } from './request-of'

const underWay = new Map<string, Promise<void>>()

/** Saves now, after a save of the same composition that is still under way. Never throws. */
export async function saveNow(key: string): Promise<void> {
  // of several who wait, one goes first and the others wait again: two saves of one revision would be a conflict;
  // written out here, because nothing may happen between the last look and the start
  while (underWay.has(key)) await underWay.get(key)
  const composition = compositionOf(key)
  if (!composition || !isUnsaved(composition)) return
  const saving = save(composition).finally(() => underWay.delete(key))
  underWay.set(key, saving)
  await saving
}

/** Resolves when no save of this composition is under way. */
export async function saveSettled(key: string): Promise<void> {
  while (underWay.has(key)) await underWay.get(key)
}

export function isUnsaved(c: Composition): boolean {
  return c.edits > c.savedEdits && c.save.kind !== 'conflict'
}

async function save(c: Composition): Promise<void> {
  dispatch({ type: 'saving', key: c.key })
  try {
    const draft = c.server
      ? await saveDraft(c.server.draftId, draftRequestOf(c))
      : await createDraft(draftRequestOf(c))
    const { id: draftId, revision, updatedAt: at } = draft
    dispatch({ type: 'saved', key: c.key, draftId, revision, at, edits: c.edits })
  } catch (error) {
    notSaved(c, error)
  }
}

function notSaved({ key }: Composition, error: unknown): void {
  const status = error instanceof ApiProblem ? error.status : 503
  if (status === 409) dispatch({ type: 'conflict', key })
  // deleted elsewhere: what stands here becomes a draft of its own
  else if (status === 404) dispatch({ type: 'detached', key })
  else dispatch({ type: 'not-saved', key, why: whyOf(status) })
}

function whyOf(status: number): 'offline' | 'signed-out' | 'refused' {
  if (status === 401) return 'signed-out'
  return status >= 500 ? 'offline' : 'refused'
}
