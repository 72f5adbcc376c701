import { PageQuery } from '@/lib/contract/common'
import { listThreads } from '@/lib/domain/messages/list-threads'
import { answerRead } from '@/lib/http/answer'
import { readQuery } from '@/lib/http/read-query'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, await listThreads(userId, params.id, readQuery(request, PageQuery)))
})
