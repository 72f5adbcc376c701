import { storeUpload } from '@/lib/domain/compose/store-upload'
import { answer } from '@/lib/http/answer'
import { readUpload } from '@/lib/http/read-upload'
import { withUser } from '@/lib/http/with-user'

export const POST = withUser(async ({ request, userId }) => {
  return answer(await storeUpload(userId, readUpload(request)), 201)
})
