import { expect, test } from 'vitest'
import { parseMessageId, parseMessageIds } from './message-id'

test.each([
  ['<a@b> <c@d>', ['a@b', 'c@d']],
  ['<a@b><c@d>', ['a@b', 'c@d']],
  ['a@b c@d', ['a@b', 'c@d']],
  ['Message from X of "today" <a@b>', ['a@b']],
  ['<a@\r\n b> <a@b>', ['a@b']],
  ['<a@b <c@d>', ['a@b', 'c@d']],
  ['<a@b', ['a@b']],
  ['<>', []],
  ['', []],
])('%j', (value, ids) => {
  expect(parseMessageIds(value)).toEqual(ids)
})

test('a Message-ID without brackets is taken whole', () => {
  expect(parseMessageId('abc def')).toBe('abcdef')
  expect(parseMessageId(' <x@y> trailing')).toBe('x@y')
})

test('a long list keeps its first and its newest ids', () => {
  const ids = parseMessageIds(Array.from({ length: 5000 }, (_, i) => `<${i}@x>`).join(' '))
  expect(ids).toHaveLength(100)
  expect([ids[0], ids[1], ids[99]]).toEqual(['0@x', '4901@x', '4999@x'])
})
