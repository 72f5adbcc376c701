import type { QueryClient } from '@tanstack/react-query'
import { fetchThread } from '@/lib/api-client/threads'
import type { Summary } from '@/lib/contract/messages'
import { keys } from '../live/query-keys'
import type { Target } from './target'

export const threadQuery = (threadId: string) => ({
  queryKey: keys.thread(threadId),
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchThread(threadId, signal),
})

/** The messages behind the targets, mostly from the browser's cache. */
export async function resolveMessages(client: QueryClient, targets: Target[]): Promise<Summary[]> {
  const found = await Promise.all(
    targets.map(async ({ threadId, folderId, messageIds }) => {
      const { messages } = await client.fetchQuery(threadQuery(threadId))
      return messages.filter((message) =>
        messageIds ? messageIds.includes(message.id) : message.folderId === folderId,
      )
    }),
  )
  return [...new Map(found.flat().map((message) => [message.id, message])).values()]
}
