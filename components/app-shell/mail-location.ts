/** Where a person is in their mail. The address bar says it, so a reload or a link comes back to it. */
export type MailLocation = {
  /** undefined before the inbox is known, and while results are shown */
  folderId: string | undefined
  threadId: string | undefined
  /** what is searched for; undefined when a folder is shown */
  query: string | undefined
}

const SEARCH = 'search'

/** Reads /mail, /mail/F, /mail/F/T, /mail/search?q=, /mail/search/T?q=; null outside of the mail screen. */
export function readMailLocation(pathname: string, search: URLSearchParams): MailLocation | null {
  const [room, first, second, more] = pathname.split('/').filter(Boolean)
  if (room !== 'mail' || more !== undefined) return null
  const threadId = second === undefined ? undefined : decode(second)
  if (first === SEARCH) return { folderId: undefined, threadId, query: search.get('q') ?? '' }
  return { folderId: first === undefined ? undefined : decode(first), threadId, query: undefined }
}

export function mailPath({ folderId, threadId, query }: Partial<MailLocation>): string {
  const thread = threadId === undefined ? '' : `/${encodeURIComponent(threadId)}`
  if (query !== undefined) {
    const q = query === '' ? '' : `?${new URLSearchParams({ q: query })}`
    return `/mail/${SEARCH}${thread}${q}`
  }
  return folderId === undefined ? '/mail' : `/mail/${encodeURIComponent(folderId)}${thread}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
