'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { searchMail } from '@/lib/api-client/search'
import type { FolderRole } from '@/lib/contract/mailboxes'
import { useFolderName } from '../folder-tree/folder-name'
import { keys } from '../live/query-keys'
import { useMailboxFolders } from '../live/use-mailboxes'
import { type RowItem, rowOfHit, rowOfThread } from '../message-list/row-item'
import { useThreadList } from '../message-list/use-thread-list'

export type Rows = {
  rows: RowItem[]
  /** rows there are, loaded or not */
  total: number
  isPending: boolean
  error: Error | null
  onNeed: (index: number) => void
  onRetry: () => void
  /** of a search: false while part of the mail has not been looked through */
  isComplete: boolean
}

const none: RowItem[] = []

/** The conversations of a folder as rows. */
export function useFolderRows(folderId: string | undefined, role: FolderRole | null): Rows {
  const { data, isPending, error, refetch, ensureLoaded } = useThreadList(folderId)
  const rows = useMemo(
    () => (data && folderId ? data.threads.map((thread) => rowOfThread(thread, folderId, role)) : none),
    [data, folderId, role],
  )
  return {
    rows,
    total: Math.max(rows.length, data?.nextCursor ? data.total : rows.length),
    isPending,
    error: data ? null : error,
    onNeed: ensureLoaded,
    onRetry: refetch,
    isComplete: true,
  }
}

/** Hits name their folder as the server does; one with a role is called what the sidebar calls it. */
function useHitFolderName(): (folder: { id: string; name: string }) => string {
  const { mailboxes } = useMailboxFolders()
  const folderName = useFolderName()
  return useMemo(() => {
    const known = new Map(
      mailboxes.flatMap(({ folders = [] }) => folders.map((folder) => [folder.id, folder])),
    )
    return (folder) => folderName(known.get(folder.id) ?? { ...folder, role: null })
  }, [mailboxes, folderName])
}

/** What a search found, as rows; more pages as one scrolls. */
export function useSearchRows(query: string | undefined): Rows {
  const q = query?.trim() ?? ''
  const found = useInfiniteQuery({
    queryKey: keys.search(q),
    queryFn: ({ pageParam, signal }) => searchMail({ q, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: q !== '',
    gcTime: 60_000,
  })
  const { data, isPending, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = found
  const nameOf = useHitFolderName()
  const rows = useMemo(
    () =>
      data?.pages.flatMap((page) => page.messages.map((hit) => rowOfHit(hit, nameOf(hit.folder)))) ?? none,
    [data, nameOf],
  )
  const onNeed = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    rows,
    // how many there are in all is not known: a few skeleton rows stand for the next page
    total: rows.length + (hasNextPage ? 10 : 0),
    isPending: q !== '' && isPending,
    error: data ? null : error,
    onNeed,
    onRetry: refetch,
    isComplete: data?.pages.at(-1)?.complete ?? true,
  }
}
