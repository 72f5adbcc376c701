import { cancelOutgoing } from '@/lib/domain/outbox/cancel-outgoing'
import { answer } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser<'id'>(async ({ userId, params }) =>
  answer(await cancelOutgoing(userId, params.id)),
)
