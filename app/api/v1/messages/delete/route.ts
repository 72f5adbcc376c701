import { DeleteRequest } from '@/lib/contract/messages'
import { deleteMessages } from '@/lib/domain/messages/delete-messages'
import { answer } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser(async ({ request, userId }) => {
  return answer(await deleteMessages(userId, await readJson(request, DeleteRequest)))
})
