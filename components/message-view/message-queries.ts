import type { QueryClient } from '@tanstack/react-query'
import { fetchMessage } from '@/lib/api-client/messages'
import { keys } from '../live/query-keys'
import { threadQuery } from '../thread-actions/resolve-messages'
import { opensAtFirst } from './open-at-first'

export const messageQuery = (id: string) => ({
  queryKey: keys.message(id),
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchMessage(id, signal),
})

/** Fetches what opening this conversation will show, so that the click only has to paint it. */
export async function prefetchConversation(client: QueryClient, threadId: string): Promise<void> {
  try {
    const { messages } = await client.ensureQueryData(threadQuery(threadId))
    const ids = messages.filter(opensAtFirst(messages)).map((message) => message.id)
    await Promise.all(ids.map((id) => client.prefetchQuery(messageQuery(id))))
  } catch {
    // only a guess about what is opened next; opening it will say what is wrong
  }
}
