import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseHeaderDate } from './header-date'

test.each([
  ['Tue, 05 Mar 2024 09:12:00 +0100', '2024-03-05T08:12:00.000Z'],
  ['5 Mar 24 9:12 EST', '2024-03-05T14:12:00.000Z'],
  ['Tue, 5 Mar 2024 09:12:00 GMT (Greenwich)', '2024-03-05T09:12:00.000Z'],
  ['Tue, 05 Mar 2024 09:12:00 +0530 (IST)', '2024-03-05T03:42:00.000Z'],
  ['Tue Mar  5 09:12:00 2024', '2024-03-05T09:12:00.000Z'],
  ['Tue Mar 5 09:12:00 PST 2024', '2024-03-05T17:12:00.000Z'],
  ['Fri, May 09 2017 16:54:30 -0800', '2017-05-10T00:54:30.000Z'],
  ['Wed 29 May 2019 06:09:22 PM EDT', '2019-05-29T22:09:22.000Z'],
  ['2024-03-05T09:12:00Z', '2024-03-05T09:12:00.000Z'],
  ['Tue, 05 Mar 2024 09:12:00 -0000', '2024-03-05T09:12:00.000Z'],
  ['Tue, 05 Mar 2024 09:12:60 +0000', '2024-03-05T09:13:00.000Z'],
  ['', null],
  ['yesterday', null],
  ['Di, 05 Mär 2024 09:12:00 +0100', null],
  ['Tue, 31 Feb 2024 09:12:00 +0100', null],
  ['Tue, 05 Mar 2024 25:12:00 +0100', null],
  ['Tue, 05 Mar 2024 09:12:00 +9900', null],
  ['Tue, 05 Mar 0024 09:12:00 +0100', null],
])('%j', (value, iso) => {
  expect(parseHeaderDate(value)?.toISOString() ?? null).toBe(iso)
})

test('reads back every date that we write', () => {
  const between = { min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }
  fc.assert(
    fc.property(fc.date(between), (date) => {
      const seconds = Math.floor(date.getTime() / 1000) * 1000
      expect(parseHeaderDate(date.toUTCString())?.getTime()).toBe(seconds)
    }),
  )
})
