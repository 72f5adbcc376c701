import type { ThreadPage, ThreadSummary } from '@/lib/contract/messages'

/** The part of a folder's conversations that is in the browser: always a prefix of the whole list, newest first. */
export type LoadedThreads = {
  threads: ThreadSummary[]
  nextCursor: string | null
  /** conversations in the folder, loaded or not: the scroll bar is true */
  total: number
}

export const fromPage = (page: ThreadPage): LoadedThreads => page

/** The next page behind what is loaded. A conversation that moved up meanwhile is not shown twice. */
export function appendPage(loaded: LoadedThreads, page: ThreadPage): LoadedThreads {
  const known = new Set(loaded.threads.map((thread) => thread.id))
  const fresh = page.threads.filter((thread) => !known.has(thread.id))
  return { threads: [...loaded.threads, ...fresh], nextCursor: page.nextCursor, total: page.total }
}

/**
 * The head of the list, asked again, in front of the part below it that was loaded before. Rows that the new head
 * shows elsewhere or that stood within its span and are gone are dropped.
 */
export function replaceHead(loaded: LoadedThreads, head: LoadedThreads): LoadedThreads {
  const last = head.threads.at(-1)
  if (!last || head.nextCursor === null) return head
  const inHead = new Set(head.threads.map((thread) => thread.id))
  const tail = loaded.threads.filter((thread) => !inHead.has(thread.id) && isBelow(thread, last))
  if (tail.length === 0) return head
  return { threads: [...head.threads, ...tail], nextCursor: loaded.nextCursor, total: head.total }
}

/** Lists sort by INTERNALDATE, then by id, both descending. */
function isBelow(thread: ThreadSummary, last: ThreadSummary): boolean {
  const [a, b] = [thread.latest.receivedAt, last.latest.receivedAt]
  return a < b || (a === b && thread.id < last.id)
}

export function withoutThreads(loaded: LoadedThreads, ids: ReadonlySet<string>): LoadedThreads {
  const threads = loaded.threads.filter((thread) => !ids.has(thread.id))
  const gone = loaded.threads.length - threads.length
  return gone === 0 ? loaded : { ...loaded, threads, total: Math.max(threads.length, loaded.total - gone) }
}

/** Puts rows back where they stood, after an Undo. */
export function withThreads(loaded: LoadedThreads, rows: ThreadSummary[]): LoadedThreads {
  const known = new Set(loaded.threads.map((thread) => thread.id))
  const missing = rows.filter((row) => !known.has(row.id))
  const threads = [...loaded.threads, ...missing].sort((a, b) => (isBelow(a, b) ? 1 : isBelow(b, a) ? -1 : 0))
  return { ...loaded, threads, total: loaded.total + missing.length }
}

export function markThreads(loaded: LoadedThreads, ids: ReadonlySet<string>, seen: boolean): LoadedThreads {
  if (!loaded.threads.some((thread) => ids.has(thread.id))) return loaded
  const threads = loaded.threads.map((thread) => (ids.has(thread.id) ? markThread(thread, seen) : thread))
  return { ...loaded, threads }
}

function markThread(thread: ThreadSummary, seen: boolean): ThreadSummary {
  const latest = { ...thread.latest, flags: { ...thread.latest.flags, seen } }
  return { ...thread, latest, unreadCount: seen ? 0 : Math.max(1, thread.unreadCount) }
}
