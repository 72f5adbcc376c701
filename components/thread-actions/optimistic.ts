import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Folder } from '@/lib/contract/mailboxes'
import type { MessageDetail, SearchPage, Summary, ThreadDetail } from '@/lib/contract/messages'
import { keys } from '../live/query-keys'
import { type LoadedThreads, markThreads, withoutThreads } from '../message-list/loaded-threads'

const SHOWN = new Set(['threads', 'thread', 'message', 'folders', 'search'])
const touches = {
  predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => SHOWN.has(String(queryKey[0])),
}

/** Stops answers on their way, which would show the old state again, and answers how to go back. */
export async function rememberShown(client: QueryClient): Promise<() => void> {
  await client.cancelQueries(touches)
  const before = client.getQueriesData(touches)
  return () => {
    for (const [key, data] of before) client.setQueryData(key, data)
    refreshShown(client)
  }
}

/** Asks again for what the change touched; what is not on screen waits until it is looked at. */
export function refreshShown(client: QueryClient): void {
  void client.invalidateQueries(touches)
}

/** Shows messages as gone from where they were. */
export function showGone(client: QueryClient, messages: Summary[]): void {
  for (const [folderId, inFolder] of Map.groupBy(messages, (message) => message.folderId)) {
    const threadIds = new Set(inFolder.map((message) => message.threadId))
    client.setQueryData<LoadedThreads>(
      keys.threads(folderId),
      (list) => list && withoutThreads(list, threadIds),
    )
    const unread = inFolder.filter((message) => !message.flags.seen).length
    changeCounts(client, folderId, -unread, -inFolder.length)
  }
  const ids = new Set(messages.map((message) => message.id))
  patchHits(client, (hits) => hits.filter((hit) => !ids.has(hit.id)))
}

/** Shows messages as read or unread, in the list, the conversation, the folder counts and search results. */
export function showSeen(client: QueryClient, messages: Summary[], seen: boolean): void {
  const changed = messages.filter((message) => message.flags.seen !== seen)
  const ids = new Set(changed.map((message) => message.id))
  for (const [folderId, inFolder] of Map.groupBy(changed, (message) => message.folderId)) {
    changeCounts(client, folderId, seen ? -inFolder.length : inFolder.length, 0)
  }
  const threadIds = new Set(changed.map((message) => message.threadId))
  client.setQueriesData<LoadedThreads>(
    { queryKey: ['threads'] },
    (list) => list && markThreads(list, threadIds, seen),
  )
  const mark = <M extends Summary>(message: M): M =>
    ids.has(message.id) ? { ...message, flags: { ...message.flags, seen } } : message
  for (const threadId of threadIds) {
    client.setQueryData<ThreadDetail>(keys.thread(threadId), (thread) =>
      thread ? { ...thread, messages: thread.messages.map(mark) } : thread,
    )
  }
  for (const id of ids)
    client.setQueryData<MessageDetail>(keys.message(id), (message) => message && mark(message))
  patchHits(client, (hits) => hits.map(mark))
}

type Hit = SearchPage['messages'][number]

function patchHits(client: QueryClient, change: (hits: Hit[]) => Hit[]): void {
  client.setQueriesData<InfiniteData<SearchPage>>({ queryKey: ['search'] }, (found) =>
    found
      ? { ...found, pages: found.pages.map((page) => ({ ...page, messages: change(page.messages) })) }
      : found,
  )
}

function changeCounts(client: QueryClient, folderId: string, unread: number, total: number): void {
  client.setQueriesData<Folder[]>({ queryKey: ['folders'] }, (folders) =>
    folders?.map((folder) =>
      folder.id === folderId
        ? {
            ...folder,
            unread: Math.max(0, folder.unread + unread),
            total: Math.max(0, folder.total + total),
          }
        : folder,
    ),
  )
}
