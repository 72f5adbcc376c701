import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRange, sliceBytes } from './byte-range'

describe('parseRange over 10 bytes', () => {
  test.each([
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=-', null],
    ['bytes=0-1,3-4', null],
    ['lines=0-1', null],
    [null, null],
  ])('%j', (header, range) => {
    expect(parseRange(header, 10)).toEqual(range)
  })
})

test('a slice has the same bytes however the stream is cut', async () => {
  const whole = Uint8Array.from({ length: 50 }, (_, i) => i)
  const cut = fc.array(fc.integer({ min: 1, max: 20 }))
  await fc.assert(
    fc.asyncProperty(cut, fc.nat(49), fc.nat(49), async (lengths, a, b) => {
      const range = { start: Math.min(a, b), end: Math.max(a, b) }
      const parts: number[] = []
      for await (const part of sliceBytes(chunks(whole, lengths), range)) parts.push(...part)
      expect(parts).toEqual([...whole.subarray(range.start, range.end + 1)])
    }),
  )
})

async function* chunks(whole: Uint8Array, lengths: number[]) {
  let at = 0
  for (const length of lengths) {
    yield whole.subarray(at, at + length)
    at += length
  }
  yield whole.subarray(at)
}
