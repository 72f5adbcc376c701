import { openThread } from '@/lib/domain/messages/open-thread'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await openThread(userId, params.id))
})
