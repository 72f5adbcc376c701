// Owner of table RateLimit: counters shared by all processes, so that a restart or a second one forgives nothing.
import { RateLimiterPrisma } from 'rate-limiter-flexible'
import { db } from '../../db/client'

/** `points` tries in `seconds`, counted from the first one, for each key under `name`. */
export function rateLimiter(name: string, points: number, seconds: number): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    tableName: 'rateLimit',
    keyPrefix: name,
    points,
    duration: seconds,
  })
}
