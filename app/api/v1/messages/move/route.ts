import { MoveRequest } from '@/lib/contract/messages'
import { moveMessages } from '@/lib/domain/messages/move-messages'
import { answer } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser(async ({ request, userId }) => {
  return answer(await moveMessages(userId, await readJson(request, MoveRequest)))
})
