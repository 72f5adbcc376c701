import { listFolders } from '@/lib/domain/mailboxes/list-folders'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  return answerRead(request, { folders: await listFolders(userId, params.id) })
})
