import { BodyQuery } from '@/lib/contract/messages'
import { readBodyHtml } from '@/lib/domain/messages/read-body-html'
import { answerBody, requireFrame } from '@/lib/http/answer-body'
import { readQuery } from '@/lib/http/read-query'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  requireFrame(request.headers)
  const { theme } = readQuery(request, BodyQuery)
  return answerBody(request, await readBodyHtml(userId, params.id), theme)
})
