import { revokeApiKey } from '@/lib/domain/users/revoke-api-key'
import { answerNothing } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const DELETE = withUser<'id'>(async ({ userId, params }) => {
  await revokeApiKey(userId, params.id)
  return answerNothing()
})
