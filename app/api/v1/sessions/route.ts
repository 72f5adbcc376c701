import { listSessions } from '@/lib/domain/users/list-sessions'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId, sessionId }) => {
  return answerRead(request, { sessions: await listSessions(userId, sessionId) })
})
