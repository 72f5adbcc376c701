// ENVELOPE (RFC 3501 section 7.4.2): the header in a fixed order, addresses split, words still encoded.
import addressparser from 'nodemailer/lib/addressparser'
import { firstValue, type HeaderField } from '../mime/header'
import { list, nstring, type Wire } from './wire'

export function envelope(fields: HeaderField[]): Wire {
  const value = (name: string) => firstValue(fields, name)
  const from = value('from')
  return list([
    nstring(value('date')),
    nstring(value('subject')),
    addresses(from),
    addresses(value('sender') || from),
    addresses(value('reply-to') || from),
    addresses(value('to')),
    addresses(value('cc')),
    addresses(value('bcc')),
    nstring(value('in-reply-to')),
    nstring(value('message-id')),
  ])
}

function addresses(value: string | undefined): Wire {
  const parsed = value ? addressparser(value, { flatten: true }) : []
  if (parsed.length === 0) return ['NIL']
  const each = parsed.map(({ name, address = '' }) => {
    const at = address.lastIndexOf('@')
    const local = at < 0 ? address : address.slice(0, at)
    return list([
      name ? nstring(name) : 'NIL',
      'NIL',
      nstring(local),
      nstring(at < 0 ? '' : address.slice(at + 1)),
    ])
  })
  return ['(', ...each.flat(), ')']
}
