import { openInlinePart } from '@/lib/domain/messages/open-inline-part'
import { sendInlineImage } from '@/lib/http/send-file'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id' | 'position'>(async ({ request, userId, params }) => {
  return sendInlineImage(request, await openInlinePart(userId, params.id, Number(params.position)))
})
