// One message of the sample mailboxes, before it is built. All companies and people are invented.
import { findPerson } from '../people'

export type Contact = { name: string; address: string }

export type SampleAttachment = { name: string; type: string; content: Buffer; contentId?: string }

export type SampleMail = {
  /** becomes the left side of the Message-ID */
  id: string
  /** hours before the first start */
  hoursAgo: number
  from: Contact
  to: Contact[]
  cc?: Contact[]
  subject: string
  text: string
  html?: string
  attachments?: SampleAttachment[]
  /** an iCalendar request (RFC 5546) */
  invitation?: string
  /** id of the message this one answers */
  answers?: string
  /** where it lies for the person who received it, or for a draft who wrote it; INBOX unless said */
  folder?: string
  /** flags for who received it; \Seen unless said */
  flags?: string[]
  /** further header fields, such as List-Unsubscribe */
  headers?: Record<string, string>
}

export const alice: Contact = contactOf('alice@alice.localhost')
export const bob: Contact = contactOf('bob@bob.localhost')

function contactOf(address: string): Contact {
  return { address, name: findPerson(address)?.name ?? '' }
}

/** Days in words around the first start, so that the sample never speaks of a past that is years away. */
export class Calendar {
  private readonly now: Date

  constructor(now: Date) {
    this.now = now
  }

  /** `Thursday 3 December`, so many days ahead of the first start */
  day(ahead: number): string {
    return this.words('en-GB', ahead)
  }

  /** `12월 3일 목요일` */
  koreanDay(ahead: number): string {
    return this.words('ko-KR', ahead)
  }

  at(ahead: number, hour: number): Date {
    const date = new Date(this.now)
    date.setUTCDate(date.getUTCDate() + ahead)
    date.setUTCHours(hour, 0, 0, 0)
    return date
  }

  private words(locale: string, ahead: number): string {
    const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
    return new Intl.DateTimeFormat(locale, options).format(this.at(ahead, 12))
  }
}
