import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem, ApiUnreachable } from '@/lib/api-client/problem'

const HALF_HOUR_MS = 30 * 60 * 1000

/** Live events keep the cache true, so nothing goes stale by age; what has not been looked at for 30 min is dropped. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: HALF_HOUR_MS,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (count, error) => isPassing(error) && count < 3,
        retryDelay: (attempt) => Math.min(8000, 400 * 2 ** attempt) * (0.5 + Math.random() / 2),
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Worth trying again by itself: no answer, or a server that is restarting. */
function isPassing(error: unknown): boolean {
  return error instanceof ApiUnreachable || (error instanceof ApiProblem && error.status >= 502)
}
