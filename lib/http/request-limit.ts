import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../platform/errors'
import { processSingleton } from '../platform/process-singleton'

const POINTS = 3000
const SECONDS = 60

/**
 * Generous: a guard against a script gone wild, not a quota. Kept in memory, because a write to the database for
 * each read would cost more than it saves; what guards passwords is kept there.
 */
export async function takeRequest(userId: string): Promise<void> {
  const limiter = processSingleton(
    'request-limit',
    () => new RateLimiterMemory({ points: POINTS, duration: SECONDS }),
  )
  try {
    await limiter.consume(userId)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    throw new AppError('too-many', 'too-many', 'Too many requests. Wait a little.', {
      retryAfter: error.msBeforeNext / 1000,
    })
  }
}
