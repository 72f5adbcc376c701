// Why an outgoing message is not where it should be, read from what the worker stored.
import type { ConnectError } from '@/lib/contract/mailboxes'
import type { Outgoing, OutgoingRecipient, SmtpReply } from '@/lib/contract/outbox'

/** Either the connection failed at a step, or a server answered no: to one address or to the whole message. */
export type Failure =
  | { kind: 'connect'; error: ConnectError }
  | { kind: 'reply'; reply: SmtpReply; address: string | null }

type Part = Pick<Outgoing, 'error' | 'recipients' | 'state'>

/** The failure to show first, or null when nothing failed. A refused address outranks the connection. */
export function failureOf(item: Part): Failure | null {
  if (item.state === 'cancelled') return null
  const said = item.recipients.filter(refused)
  const first = said[0]
  if (first?.reply) {
    const all = item.recipients.length > 1 && said.length === item.recipients.length && same(said)
    return { kind: 'reply', reply: first.reply, address: all ? null : first.address }
  }
  return item.error ? { kind: 'connect', error: item.error } : null
}

/** Addresses the server would not take for good, while others went through. */
export function refusedRecipients(item: Pick<Outgoing, 'recipients'>): OutgoingRecipient[] {
  return item.recipients.filter((r) => r.state === 'rejected' || r.state === 'given-up')
}

function refused(recipient: OutgoingRecipient): boolean {
  return recipient.reply !== null && recipient.reply.code >= 400
}

function same(recipients: OutgoingRecipient[]): boolean {
  return new Set(recipients.map((r) => `${r.reply?.code} ${r.reply?.text}`)).size === 1
}
