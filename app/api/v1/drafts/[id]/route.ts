import { DraftSave } from '@/lib/contract/outbox'
import { deleteDraft } from '@/lib/domain/compose/delete-draft'
import { openDraft } from '@/lib/domain/compose/open-draft'
import { saveDraft } from '@/lib/domain/compose/save-draft'
import { answer, answerNothing, answerRead } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await openDraft(userId, params.id))
})

export const PUT = withUser<'id'>(async ({ request, userId, params }) => {
  return answer(await saveDraft(userId, params.id, await readJson(request, DraftSave)))
})

export const DELETE = withUser<'id'>(async ({ userId, params }) => {
  await deleteDraft(userId, params.id)
  return answerNothing()
})
