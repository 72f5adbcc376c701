import { expect, test } from 'vitest'
import { makeFormats } from './formats'

const now = () => new Date('2026-11-22T15:00:00Z')
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

test.each([
  ['en-GB', '2026-11-22T14:32:00Z', '14:32'],
  ['en-US', '2026-11-22T14:32:00Z', '2:32 PM'],
  ['ko', '2026-11-22T14:32:00Z', '14:32'],
  ['en-GB', '2026-03-12T14:32:00Z', '12 Mar'],
  ['ko', '2026-03-12T14:32:00Z', '3월 12일'],
  ['en-GB', '2024-03-12T14:32:00Z', '12 Mar 2024'],
  ['ko', '2024-03-12T14:32:00Z', '2024. 3. 12.'],
  ['en-GB', 'not a date', ''],
])('in %s the list shows %s as %s', (tag, instant, expected) => {
  expect(plain(makeFormats(tag, now, 'UTC').date(instant))).toBe(expected)
})

test('today is today where the person is', () => {
  const seoul = makeFormats('en-GB', () => new Date('2026-11-22T16:00:00Z'), 'Asia/Seoul')
  expect(seoul.date('2026-11-22T14:00:00Z')).toBe('22 Nov')
  expect(seoul.date('2026-11-22T15:30:00Z')).toBe('00:30')
})

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [34_567, '35 kB'],
  [1_250_000, '1.3 MB'],
  [5e12, '5,000 GB'],
])('%d bytes read %s', (value, expected) => {
  expect(plain(makeFormats('en', now).bytes(value))).toBe(expected)
})
