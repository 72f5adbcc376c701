import type { QueryClient } from '@tanstack/react-query'
import { fetchMessage } from '@/lib/api-client/messages'
import { keys } from '../live/query-keys'
import { threadQuery } from '../thread-actions/resolve-messages'
import { frameAddress } from './frame-address'
import { preloadFrame } from './frame-pool'
import { opensAtFirst } from './open-at-first'
import { readTheme } from './resolved-theme'

export const messageQuery = (id: string) => ({
  queryKey: keys.message(id),
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchMessage(id, signal),
})

/** Fetches what opening this conversation will show, so that the click only has to paint it. */
export async function prefetchConversation(client: QueryClient, threadId: string): Promise<void> {
  try {
    const { messages } = await client.ensureQueryData(threadQuery(threadId))
    const ids = messages.filter(opensAtFirst(messages)).map((message) => message.id)
    const opened = await Promise.all(ids.map((id) => client.ensureQueryData(messageQuery(id))))
    const html = opened.at(-1)?.htmlUrl
    if (html) preloadFrame(frameAddress(html, readTheme()))
  } catch {
    // only a guess about what is opened next; opening it will say what is wrong
  }
}
