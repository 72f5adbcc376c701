import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { LiveEvent } from '@/lib/contract/events'
import { coalesce } from './coalesce'
import { keys } from './query-keys'

/** What an event makes old in the browser: it carries ids only, so what shows them is asked again, nothing else. */
export function touchedBy(event: LiveEvent): QueryKey[] {
  switch (event.type) {
    case 'mailbox-changed':
      return [keys.mailboxes]
    case 'folders-changed':
      return [keys.folders(event.mailboxId)]
    case 'messages-changed':
      return [
        keys.threads(event.folderId),
        keys.folders(event.mailboxId),
        // results hold flags and folders too; only the search that is on screen is asked again
        ['search'],
        ...(event.threadIds?.map(keys.thread) ?? [['thread']]),
        ...(event.ids?.map(keys.message) ?? []),
      ]
    case 'outbox-changed':
      return [keys.outbox]
    case 'draft-changed':
      return [keys.drafts]
    case 'session-ended':
      return [keys.account]
    case 'changes-refused':
    case 'resync':
      return [[]]
  }
}

const BURST_PAUSE_MS = 400

/** Takes events as they come; a burst about the same thing asks for it a few times only. */
export function eventApplier(client: QueryClient): (event: LiveEvent) => void {
  const invalidate = coalesce<QueryKey>(
    (queryKey) => void client.invalidateQueries({ queryKey }),
    BURST_PAUSE_MS,
  )
  return (event) => touchedBy(event).forEach(invalidate)
}

/** The lists on screen, which change most; opened messages hardly ever do. */
export function refreshLists(client: QueryClient): void {
  const lists = new Set<unknown>(['mailboxes', 'folders', 'threads', 'outbox'])
  void client.invalidateQueries({ predicate: ({ queryKey }) => lists.has(queryKey[0]) })
}

/** Events may have been missed: everything on screen is asked again. */
export function refreshAll(client: QueryClient): void {
  void client.invalidateQueries()
}
