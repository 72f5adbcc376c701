import { EventsQuery } from '@/lib/contract/events'
import { mailboxIdsOf } from '@/lib/domain/mailboxes/mailbox.policy'
import type { Channel } from '@/lib/events/publish'
import { requireSameSite } from '@/lib/http/check-origin'
import { openEventStream } from '@/lib/http/event-stream'
import { identify } from '@/lib/http/identify'
import { readQuery } from '@/lib/http/read-query'
import { withUser } from '@/lib/http/with-user'

export const dynamic = 'force-dynamic'

export const GET = withUser(async ({ request, userId, sessionId }) => {
  requireSameSite(request.headers)
  const { lastEventId } = readQuery(request, EventsQuery)
  return openEventStream({
    sessionId,
    isLive: async () => (await identify(request.headers)) !== null,
    channels: () => channelsOf(userId),
    lastEventId: request.headers.get('last-event-id') || lastEventId || null,
    signal: request.signal,
  })
})

async function channelsOf(userId: string): Promise<Channel[]> {
  const mailboxes = await mailboxIdsOf(userId)
  return [`user:${userId}`, ...mailboxes.map((id): Channel => `mailbox:${id}`)]
}
