import { answer } from '@/lib/http/answer'
import { checkReady } from '@/lib/http/check-ready'
import { withoutUser } from '@/lib/http/with-user'

export const dynamic = 'force-dynamic'

export const GET = withoutUser(async () => {
  const reasons = await checkReady()
  return reasons.length === 0 ? answer({ status: 'ok' }) : answer({ status: 'unavailable', reasons }, 503)
})
