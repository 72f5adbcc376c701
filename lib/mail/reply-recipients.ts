import { addressKey, dedupeAddresses } from './dedupe-addresses'
import type { Mailbox } from './parse-mailbox'

type Answered = { from: Mailbox[]; replyTo: Mailbox[]; to: Mailbox[]; cc: Mailbox[] }
export type Recipients = { to: Mailbox[]; cc: Mailbox[] }

/**
 * Who an answer goes to (RFC 5322 section 3.6.3): Reply-To, else From. Answering one's own message goes to those
 * it was sent to. `own` are all addresses of the person or team; they are never written to, unless nobody else is.
 */
export function replyRecipients(message: Answered, own: readonly string[]): Recipients {
  const authors = dedupeAddresses(message.replyTo.length > 0 ? message.replyTo : message.from)
  if (!isOwn(message.from, own)) return { to: authors, cc: [] }
  const others = dedupeAddresses(message.to, own)
  return { to: others.length > 0 ? others : authors, cc: [] }
}

/** As replyRecipients, and all other recipients: the To ones stay in To, the Cc ones in Cc, each once. */
export function replyAllRecipients(message: Answered, own: readonly string[]): Recipients {
  const first = replyRecipients(message, own).to
  const to = dedupeAddresses([...first, ...dedupeAddresses(message.to, own)])
  const cc = dedupeAddresses(message.cc, [...own, ...to.map((mailbox) => mailbox.address)])
  return { to, cc }
}

function isOwn(from: Mailbox[], own: readonly string[]): boolean {
  const keys = new Set(own.map(addressKey))
  return from.length > 0 && from.every((mailbox) => keys.has(addressKey(mailbox.address)))
}
