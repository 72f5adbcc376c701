import { AttachmentQuery } from '@/lib/contract/messages'
import { openAttachment } from '@/lib/domain/messages/open-attachment'
import { readQuery } from '@/lib/http/read-query'
import { sendFile } from '@/lib/http/send-file'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) => {
  const { inline } = readQuery(request, AttachmentQuery)
  return sendFile(request, await openAttachment(userId, params.id), inline === '1')
})
