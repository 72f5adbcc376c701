import { SearchQuery } from '@/lib/contract/messages'
import { searchMessages } from '@/lib/domain/search/search-messages'
import { answerRead } from '@/lib/http/answer'
import { readQuery } from '@/lib/http/read-query'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => {
  return answerRead(request, await searchMessages(userId, readQuery(request, SearchQuery)))
})
