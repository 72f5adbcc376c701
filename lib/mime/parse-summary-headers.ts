import { parseMessageId, parseMessageIds } from '../mail/message-id'
import type { Mailbox } from '../mail/parse-mailbox'
import { parseAddresses } from './addresses'
import { cleanText } from './clean-text'
import { decodeWords } from './encoded-words'
import { parseHeaderDate } from './header-date'
import { firstValue, readHeaderFields } from './header-fields'

export type SummaryHeaders = {
  /** without angle brackets, empty when there is none */
  messageId: string
  /** the first id of In-Reply-To, empty when there is none */
  inReplyTo: string
  references: string[]
  subject: string
  from: Mailbox[]
  to: Mailbox[]
  cc: Mailbox[]
  bcc: Mailbox[]
  replyTo: Mailbox[]
  /** null when missing or unreadable */
  date: Date | null
}

const LONGEST_SUBJECT = 2000
const LONGEST_RAW_SUBJECT = 20_000

/**
 * What a list shows, from a raw header block (with or without its closing blank line). Of a doubled field the first
 * wins, here as in parseMessage. Never throws; strings hold no NUL and no half surrogates.
 */
export function parseSummaryHeaders(header: Uint8Array): SummaryHeaders {
  const { fields } = readHeaderFields(header)
  const value = (name: string) => firstValue(fields, name)
  return {
    messageId: cleanText(parseMessageId(value('message-id'))),
    inReplyTo: cleanText(parseMessageIds(value('in-reply-to'))[0] ?? ''),
    references: parseMessageIds(value('references')).map(cleanText),
    subject: readSubject(value('subject')),
    from: parseAddresses(value('from')),
    to: parseAddresses(value('to')),
    cc: parseAddresses(value('cc')),
    bcc: parseAddresses(value('bcc')),
    replyTo: parseAddresses(value('reply-to')),
    date: parseHeaderDate(value('date')),
  }
}

/** A decoded subject on one line, at most 2,000 characters. */
function readSubject(value: string): string {
  const text = decodeWords(value.slice(0, LONGEST_RAW_SUBJECT))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return cleanText(text.slice(0, LONGEST_SUBJECT))
}
