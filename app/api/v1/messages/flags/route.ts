import { FlagsChange } from '@/lib/contract/messages'
import { changeFlags } from '@/lib/domain/messages/change-flags'
import { answer } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser(async ({ request, userId }) => {
  return answer(await changeFlags(userId, await readJson(request, FlagsChange)))
})
