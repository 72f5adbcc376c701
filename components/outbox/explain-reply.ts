// What an SMTP reply means in plain words: a table from RFC 3463 status codes to the screen's catalogue.
import type { SmtpReply } from '@/lib/contract/outbox'

export type Explanation =
  | 'no-such-mailbox'
  | 'no-such-domain'
  | 'bad-address'
  | 'moved'
  | 'sender-refused'
  | 'no-mail-here'
  | 'mailbox-disabled'
  | 'mailbox-full'
  | 'too-large'
  | 'server-full'
  | 'server-busy'
  | 'no-answer'
  | 'no-route'
  | 'loop'
  | 'expired'
  | 'too-many-recipients'
  | 'content'
  | 'policy'
  | 'try-later'
  | 'sign-in'
  | 'sender-checks'
  | 'encryption'
  | 'protocol'
  | 'refused'

/** Subject.detail of RFC 3463 section 3 (and the IANA registry); the class is read apart. */
const BY_STATUS: Record<string, Explanation> = {
  '1.1': 'no-such-mailbox',
  '1.2': 'no-such-domain',
  '1.3': 'bad-address',
  '1.4': 'bad-address',
  '1.6': 'moved',
  '1.7': 'sender-refused',
  '1.8': 'sender-refused',
  '1.10': 'no-mail-here',
  '2.1': 'mailbox-disabled',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '3.1': 'server-full',
  '3.2': 'server-busy',
  '3.4': 'too-large',
  '4.1': 'no-answer',
  '4.2': 'no-answer',
  '4.3': 'no-route',
  '4.4': 'no-route',
  '4.5': 'server-busy',
  '4.6': 'loop',
  '4.7': 'expired',
  '5.2': 'protocol',
  '5.3': 'too-many-recipients',
  '5.4': 'protocol',
  '6.0': 'content',
  '6.1': 'content',
  '6.6': 'content',
  '7.0': 'policy',
  '7.1': 'policy',
  '7.4': 'encryption',
  '7.5': 'encryption',
  '7.8': 'sign-in',
  '7.9': 'sign-in',
  '7.10': 'encryption',
  '7.11': 'encryption',
  '7.20': 'sender-checks',
  '7.23': 'sender-checks',
  '7.25': 'sender-checks',
  '7.26': 'sender-checks',
  '7.27': 'no-mail-here',
  '7.28': 'server-busy',
}

/** RFC 5321 section 4.2.3, for servers that send no enhanced code. */
const BY_CODE: Record<number, Explanation> = {
  421: 'server-busy',
  450: 'try-later',
  451: 'try-later',
  452: 'server-full',
  500: 'protocol',
  501: 'protocol',
  502: 'protocol',
  503: 'protocol',
  504: 'protocol',
  521: 'no-mail-here',
  530: 'sign-in',
  534: 'sign-in',
  535: 'sign-in',
  538: 'encryption',
  550: 'refused',
  551: 'moved',
  552: 'too-large',
  553: 'bad-address',
  554: 'refused',
  556: 'no-mail-here',
}

/** The catalogue's key under `explain` for a reply, or null for a reply that says all is well. */
export function explainReply(reply: Pick<SmtpReply, 'code' | 'enhanced'>): Explanation | null {
  if (reply.code < 400) return null
  const [, level, status] = reply.enhanced?.match(/^([245])\.(\d{1,3}\.\d{1,3})$/) ?? []
  const known = status ? BY_STATUS[status] : undefined
  // 4.7.x at the door is grey-listing far more often than a rule against the sender
  if (known === 'policy' && level === '4') return 'try-later'
  if (known) return known
  return BY_CODE[reply.code] ?? (reply.code < 500 ? 'try-later' : 'refused')
}
