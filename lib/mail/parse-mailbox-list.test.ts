import { expect, test } from 'vitest'
import { parseMailboxList } from './parse-mailbox-list'

test('splits a pasted list and keeps the bad parts with their problems', () => {
  const parts = parseMailboxList('"Kim, M" <k@k.example>; bob@b.example,, nobody\nCarol <c@c.example>\r\n')
  expect(parts.map((part) => part.mailbox?.address ?? part.problem)).toEqual([
    'k@k.example',
    'bob@b.example',
    'no-address',
    'c@c.example',
  ])
})

test('an unclosed quote ends with its line', () => {
  const parts = parseMailboxList('"open <a@b.example>, x\nc@d.example')
  expect(parts.map((part) => part.problem)).toEqual(['unclosed', null])
})

test('answers no more than the limit', () => {
  expect(parseMailboxList('a@b.example,'.repeat(50_000), 500)).toHaveLength(500)
})
