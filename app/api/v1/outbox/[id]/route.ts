import { openOutgoing } from '@/lib/domain/outbox/open-outgoing'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await openOutgoing(userId, params.id))
})
