import { AccountChange } from '@/lib/contract/account'
import { changeAccount } from '@/lib/domain/users/change-account'
import { openAccount } from '@/lib/domain/users/open-account'
import { answer, answerRead } from '@/lib/http/answer'
import { readJson } from '@/lib/http/read-json'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => answerRead(request, await openAccount(userId)))

export const PATCH = withUser(async ({ request, userId }) => {
  return answer(await changeAccount(userId, await readJson(request, AccountChange)))
})
