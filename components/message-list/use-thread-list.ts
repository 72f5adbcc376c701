'use client'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { fetchThreads } from '@/lib/api-client/threads'
import { keys } from '../live/query-keys'
import { appendPage, fromPage, type LoadedThreads, replaceHead } from './loaded-threads'

const FIRST_PAGE = 50
const LARGEST_PAGE = 200

/** Asks for the head again: as many rows as are loaded, up to one large page. Rows below it are kept. */
async function loadHead(client: QueryClient, folderId: string, signal: AbortSignal): Promise<LoadedThreads> {
  const read = () => client.getQueryData<LoadedThreads>(keys.threads(folderId))
  const size = Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, read()?.threads.length ?? 0))
  const head = fromPage(await fetchThreads(folderId, { limit: size }, signal))
  const loaded = read()
  return loaded ? replaceHead(loaded, head) : head
}

export const threadListQuery = (client: QueryClient, folderId: string) => ({
  queryKey: keys.threads(folderId),
  queryFn: ({ signal }: { signal: AbortSignal }) => loadHead(client, folderId, signal),
})

/** The conversations of a folder. `ensureLoaded(n)` fetches until row n is there or the folder ends. */
export function useThreadList(folderId: string | undefined) {
  const client = useQueryClient()
  const query = useQuery({ ...threadListQuery(client, folderId ?? ''), enabled: folderId !== undefined })
  const wanted = useRef(0)
  const isLoading = useRef(false)

  const ensureLoaded = useCallback(
    async (index: number) => {
      if (folderId === undefined) return
      wanted.current = index
      if (isLoading.current) return
      isLoading.current = true
      try {
        await loadUntil(client, folderId, () => wanted.current)
      } catch {
        // shown as skeleton rows; the next scroll asks again
      } finally {
        isLoading.current = false
      }
    },
    [client, folderId],
  )
  return { ...query, ensureLoaded }
}

async function loadUntil(client: QueryClient, folderId: string, wanted: () => number): Promise<void> {
  const key = keys.threads(folderId)
  for (;;) {
    const loaded = client.getQueryData<LoadedThreads>(key)
    if (!loaded?.nextCursor || wanted() < loaded.threads.length) return
    const missing = wanted() + 1 - loaded.threads.length
    const limit = Math.min(LARGEST_PAGE, Math.max(FIRST_PAGE, missing))
    const page = await fetchThreads(folderId, { limit, cursor: loaded.nextCursor })
    client.setQueryData<LoadedThreads>(key, (now) =>
      // the list was refreshed meanwhile and ends elsewhere: ask again from its new end
      now && now.nextCursor === loaded.nextCursor ? appendPage(now, page) : now,
    )
  }
}
