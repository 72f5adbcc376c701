import { openComposed } from '@/lib/domain/compose/open-composed'
import { answerRead } from '@/lib/http/answer'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ request, userId, params }) =>
  answerRead(request, await openComposed(userId, params.id)),
)
