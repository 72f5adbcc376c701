import { expect, test } from 'vitest'
import { restartDelay } from './restart-delay'

test('a process that keeps ending is started ever more rarely, but never given up', () => {
  expect([1, 2, 3, 4].map(restartDelay)).toEqual([500, 1000, 2000, 4000])
  expect(restartDelay(500)).toBe(30_000)
})
