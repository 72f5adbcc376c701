import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { LiveEvent } from '@/lib/contract/events'
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

export function applyEvent(client: QueryClient, event: LiveEvent): void {
  for (const queryKey of touchedBy(event)) void client.invalidateQueries({ queryKey })
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
