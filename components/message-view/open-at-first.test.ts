import { expect, test } from 'vitest'
import type { Summary } from '@/lib/contract/messages'
import { opensAtFirst } from './open-at-first'

const message = (id: number, seen: boolean) => ({ id: String(id), flags: { seen } }) as Summary
const opened = (messages: Summary[]) => messages.filter(opensAtFirst(messages)).map(({ id }) => id)

test('the newest is open, older read ones are folded', () => {
  expect(opened([message(1, true), message(2, true), message(3, true)])).toEqual(['3'])
})

test('unread ones are open too, five at most', () => {
  expect(opened([message(1, false), message(2, true), message(3, true)])).toEqual(['1', '3'])
  const many = Array.from({ length: 20 }, (_, at) => message(at, false))
  expect(opened(many)).toEqual(['15', '16', '17', '18', '19'])
})

test('an empty conversation opens nothing', () => {
  expect(opened([])).toEqual([])
})
