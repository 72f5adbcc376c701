import { openApiDocument } from '@/lib/contract/openapi'
import { answerRead } from '@/lib/http/answer'
import { withoutUser } from '@/lib/http/with-user'

export const dynamic = 'force-dynamic'

export const GET = withoutUser(async (request) => answerRead(request, openApiDocument()))
