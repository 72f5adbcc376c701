import type { Summary } from '@/lib/contract/messages'

/** more unread messages than this stay folded: each unfolded one is a body to load */
const MOST_UNREAD = 5

/** Which messages of a conversation are unfolded when it opens: the newest, and the newest unread ones. */
export function opensAtFirst(messages: Summary[]): (message: Summary) => boolean {
  const unread = messages.filter((message) => !message.flags.seen).slice(-MOST_UNREAD)
  const ids = new Set([...unread, ...messages.slice(-1)].map((message) => message.id))
  return (message) => ids.has(message.id)
}
