import { openMessage } from '@/lib/domain/messages/open-message'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await openMessage(userId, params.id))
})
