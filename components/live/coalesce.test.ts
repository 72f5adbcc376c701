import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coalesce } from './coalesce'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first of a burst acts at once, the rest together after the pause', () => {
  const acted: string[] = []
  const ask = coalesce<string>((key) => acted.push(key), 300)
  for (let i = 0; i < 10; i++) ask('folders')
  expect(acted).toEqual(['folders'])
  vi.advanceTimersByTime(300)
  expect(acted).toEqual(['folders', 'folders'])
  vi.advanceTimersByTime(3000)
  expect(acted).toEqual(['folders', 'folders'])
})

test('a burst that goes on is answered every pause, its last event too', () => {
  let count = 0
  const ask = coalesce<string>(() => count++, 300)
  for (let i = 0; i < 20; i++) {
    ask('threads')
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(300)
  expect(count).toBeLessThanOrEqual(9)
  ask('threads')
  expect(count).toBeGreaterThanOrEqual(8)
})

test('keys do not wait for each other', () => {
  const acted: string[][] = []
  const ask = coalesce<string[]>((key) => acted.push(key), 300)
  ask(['folders', 'a'])
  ask(['folders', 'b'])
  expect(acted).toEqual([
    ['folders', 'a'],
    ['folders', 'b'],
  ])
})
