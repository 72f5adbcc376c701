import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GIVE_UP_AFTER_MS, retryPause } from './retry-schedule'

test('the pauses are 30 s, 1, 2, 5, 10, 20, 30 minutes and then 30 minutes', () => {
  const pauses = Array.from({ length: 9 }, (_, at) => retryPause(at + 1, 0.5) / 1000)
  expect(pauses).toEqual([30, 60, 120, 300, 600, 1200, 1800, 1800, 1800])
})

test('any pause stays within ten percent of the schedule', () => {
  const number = fc.integer({ min: 1, max: 500 })
  const random = fc.double({ min: 0, max: 0.999999, noNaN: true })
  fc.assert(
    fc.property(number, random, (n, r) => {
      const exact = retryPause(n, 0.5)
      expect(Math.abs(retryPause(n, r) - exact)).toBeLessThanOrEqual(exact * 0.1 + 1)
    }),
  )
})

test('about a hundred attempts fit into two days', () => {
  let total = 0
  let count = 1
  while (total + retryPause(count, 0.5) < GIVE_UP_AFTER_MS) {
    total += retryPause(count, 0.5)
    count += 1
  }
  expect(count).toBeGreaterThan(90)
  expect(count).toBeLessThan(110)
})
