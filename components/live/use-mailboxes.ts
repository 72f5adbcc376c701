'use client'
import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fetchFolders, fetchMailboxes } from '@/lib/api-client/mailboxes'
import type { Folder, Mailbox } from '@/lib/contract/mailboxes'
import { keys } from './query-keys'

export type MailboxFolders = { mailbox: Mailbox; folders: Folder[] | undefined }

export const useMailboxes = () =>
  useQuery({ queryKey: keys.mailboxes, queryFn: ({ signal }) => fetchMailboxes(signal) })

const none: Mailbox[] = []

function combine(results: UseQueryResult<Folder[]>[]) {
  return {
    lists: results.map((result) => result.data),
    error: results.find((result) => result.error)?.error ?? null,
  }
}

/** Every mailbox with its folders; `folders` is undefined until they have come. */
export function useMailboxFolders(): {
  mailboxes: MailboxFolders[]
  isPending: boolean
  error: Error | null
} {
  const { data: mailboxes = none, isPending, error } = useMailboxes()
  const folders = useQueries({
    queries: mailboxes.map((mailbox) => ({
      queryKey: keys.folders(mailbox.id),
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchFolders(mailbox.id, signal),
    })),
    combine,
  })
  return useMemo(
    () => ({
      mailboxes: mailboxes.map((mailbox, at) => ({ mailbox, folders: folders.lists[at] })),
      isPending,
      error: error ?? folders.error,
    }),
    [mailboxes, folders, isPending, error],
  )
}

export type FoundFolder = { mailbox: Mailbox; folder: Folder; siblings: Folder[] }

/** One folder, its mailbox, and the folders beside it. */
export function useFolder(folderId: string | undefined): FoundFolder | undefined {
  const { mailboxes } = useMailboxFolders()
  return useMemo(() => {
    for (const { mailbox, folders = [] } of mailboxes) {
      const folder = folders.find((candidate) => candidate.id === folderId)
      if (folder) return { mailbox, folder, siblings: folders }
    }
    return undefined
  }, [mailboxes, folderId])
}
