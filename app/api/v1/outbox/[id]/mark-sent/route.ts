import { markOutgoingSent } from '@/lib/domain/outbox/mark-outgoing-sent'
import { answer } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser<'id'>(async ({ userId, params }) =>
  answer(await markOutgoingSent(userId, params.id)),
)
