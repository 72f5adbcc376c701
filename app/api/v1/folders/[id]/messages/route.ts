import { MessageQuery } from '@/lib/contract/messages'
import { listMessages } from '@/lib/domain/messages/list-messages'
import { answerRead } from '@/lib/http/answer'
import { readQuery } from '@/lib/http/read-query'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await listMessages(userId, params.id, readQuery(request, MessageQuery)))
})
