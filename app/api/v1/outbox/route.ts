import { OutboxQuery, SendRequest } from '@/lib/contract/outbox'
import { sendMessage } from '@/lib/domain/compose/send-message'
import { listOutgoing } from '@/lib/domain/outbox/list-outgoing'
import { answer, answerRead } from '@/lib/http/answer'
import { idempotencyKeyOf } from '@/lib/http/idempotency-key'
import { readJson } from '@/lib/http/read-json'
import { readQuery } from '@/lib/http/read-query'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser(async ({ request, userId }) => {
  return answerRead(request, await listOutgoing(userId, readQuery(request, OutboxQuery)))
})

export const POST = withUser(async ({ request, userId }) => {
  const key = idempotencyKeyOf(request)
  return answer(await sendMessage(userId, await readJson(request, SendRequest), key), 202)
})
