import { revokeSession } from '@/lib/domain/users/revoke-session'
import { answerNothing } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const DELETE = withUser<'id'>(async ({ userId, params }) => {
  await revokeSession(userId, params.id)
  return answerNothing()
})
