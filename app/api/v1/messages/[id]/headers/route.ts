import { readHeaders } from '@/lib/domain/messages/read-headers'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await readHeaders(userId, params.id))
})
