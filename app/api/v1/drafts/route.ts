import { DraftSave } from '@/lib/contract/outbox'
import { createDraft } from '@/lib/domain/compose/create-draft'
import { listDrafts } from '@/lib/domain/compose/list-drafts'
import { answer, answerRead } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => {
  return answerRead(request, { drafts: await listDrafts(userId) })
})

export const POST = withUser(async ({ request, userId }) => {
  return answer(await createDraft(userId, await readJson(request, DraftSave)), 201)
})
