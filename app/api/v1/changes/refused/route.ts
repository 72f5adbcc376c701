import { listRefusedChanges } from '@/lib/domain/messages/list-refused-changes'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => {
  return answerRead(request, { changes: await listRefusedChanges(userId) })
})
