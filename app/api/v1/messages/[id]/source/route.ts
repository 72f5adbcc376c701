import { readSource } from '@/lib/domain/messages/read-source'
import { contentDisposition } from '@/lib/http/content-disposition'
import { withUser } from '@/lib/http/with-user'

export const GET = withUser<'id'>(async ({ userId, params }) => {
  const source = await readSource(userId, params.id)
  return new Response(Buffer.from(source), {
    headers: {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': contentDisposition('attachment', 'message.eml'),
    },
  })
})
