import { expect, test } from 'vitest'
import type { Mailbox } from './parse-mailbox'
import { replyAllRecipients, replyRecipients } from './reply-recipients'

const at = (list: string): Mailbox[] =>
  list.split(' ').flatMap((a) => (a === '' ? [] : [{ name: '', address: `${a}@x` }]))
const message = (from: string, replyTo: string, to: string, cc: string) => ({
  from: at(from),
  replyTo: at(replyTo),
  to: at(to),
  cc: at(cc),
})
const names = (list: Mailbox[]) => list.map((mailbox) => mailbox.address.replace('@x', '')).join(' ')

test.each([
  ['bob', '', 'me', '', 'bob'],
  ['bob', 'list', 'me', '', 'list'],
  ['me', '', 'bob me', 'carol', 'bob'],
  ['me', '', 'me', '', 'me'],
])('reply to from=%s replyTo=%s to=%s cc=%s goes to %s', (from, replyTo, to, cc, expected) => {
  expect(names(replyRecipients(message(from, replyTo, to, cc), ['ME@x']).to)).toBe(expected)
})

test.each([
  ['bob', '', 'me carol', 'dave me', 'bob carol', 'dave'],
  ['bob', 'list', 'me list', 'bob', 'list', 'bob'],
  ['me', '', 'bob carol', 'dave bob', 'bob carol', 'dave'],
  ['bob', '', 'bob me', 'bob', 'bob', ''],
])('reply all to from=%s replyTo=%s to=%s cc=%s', (from, replyTo, to, cc, expectedTo, expectedCc) => {
  const all = replyAllRecipients(message(from, replyTo, to, cc), ['me@x'])
  expect([names(all.to), names(all.cc)]).toEqual([expectedTo, expectedCc])
})
