import { ApiKeyCreate } from '@/lib/contract/account'
import { createApiKey } from '@/lib/domain/users/create-api-key'
import { listApiKeys } from '@/lib/domain/users/list-api-keys'
import { answer, answerRead } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { requireSession } from '@/lib/http/require-session'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => {
  return answerRead(request, { apiKeys: await listApiKeys(userId) })
})

export const POST = withUser(async (call) => {
  requireSession(call)
  const { name } = await readJson(call.request, ApiKeyCreate)
  return answer(await createApiKey(call.userId, name), 201)
})
