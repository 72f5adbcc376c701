import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextTry } from './next-try'

describe('when to connect again', () => {
  test('waits longer each time, up to five minutes', () => {
    const ceilings = [0, 1, 2, 3, 8, 9, 30].map(
      (failures) => nextTry({ failures, signInFailures: 0 }, false, 0.999999).waitMs,
    )
    expect(ceilings).toEqual([1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000])
  })

  test('is spread over the whole time and never at once', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.double({ min: 0, max: 0.999, noNaN: true }), (failures, random) => {
        const { waitMs } = nextTry({ failures, signInFailures: 0 }, false, random)
        expect(waitMs).toBeGreaterThanOrEqual(200)
        expect(waitMs).toBeLessThanOrEqual(300_000)
      }),
    )
  })

  test('a refused password is tried once in five minutes, three times', () => {
    const first = nextTry({ failures: 0, signInFailures: 0 }, true, 0)
    expect(first).toMatchObject({ state: 'trouble', waitMs: 300_000 })
    const third = nextTry({ failures: 2, signInFailures: 2 }, true, 0)
    expect(third).toMatchObject({ state: 'signed-out', waitMs: null })
  })
})
