import { retryOutgoing } from '@/lib/domain/outbox/retry-outgoing'
import { answer } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser<'id'>(async ({ userId, params }) =>
  answer(await retryOutgoing(userId, params.id)),
)
