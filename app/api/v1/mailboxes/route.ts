import { listMailboxes } from '@/lib/domain/mailboxes/list-mailboxes'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => {
  return answerRead(request, { mailboxes: await listMailboxes(userId) })
})
