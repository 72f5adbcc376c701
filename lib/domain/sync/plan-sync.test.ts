import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mustCompare, planSync, rangesFromTop } from './plan-sync'

const local = { uidValidity: 7n, uidNext: 100n, modseq: 50n, lowUid: 1n }
const remote = { uidValidity: 7n, uidNext: 100n, highestModseq: 50n, exists: 90 }

describe('one look at a folder', () => {
  test('never seen before is read from the top', () => {
    expect(planSync({ ...local, uidValidity: null, lowUid: null }, remote, 'open')).toEqual({ kind: 'first' })
  })

  test('an interrupted first step is begun again', () => {
    expect(planSync({ ...local, lowUid: null }, remote, 'open')).toEqual({ kind: 'first' })
  })

  test('with another UIDVALIDITY starts over', () => {
    expect(planSync(local, { ...remote, uidValidity: 8n }, 'poll')).toEqual({ kind: 'start-over' })
  })

  test('with nothing new does nothing', () => {
    expect(planSync(local, remote, 'poll')).toEqual({
      kind: 'update',
      fetchNew: null,
      flags: { how: 'none' },
    })
  })

  test('fetches exactly the new UIDs', () => {
    expect(planSync(local, { ...remote, uidNext: 103n }, 'exists')).toMatchObject({
      fetchNew: { from: 100n, to: 102n },
    })
  })

  test.each([
    ['changed flags', { highestModseq: 60n }, 'flags', { how: 'since', modseq: 50n }],
    ['modseq that went back', { highestModseq: 40n }, 'poll', { how: 'compare' }],
    ['UIDNEXT that went back', { uidNext: 90n }, 'poll', { how: 'compare' }],
    ['being asked to', {}, 'compare', { how: 'compare' }],
    ['a server that lost CONDSTORE', { highestModseq: 0n }, 'exists', { how: 'compare' }],
  ] as const)('%s', (_, change, reason, flags) => {
    expect(planSync(local, { ...remote, ...change }, reason)).toMatchObject({ flags })
  })

  test('without CONDSTORE new mail costs no comparison, a poll does', () => {
    const [plain, said] = [
      { ...local, modseq: 0n },
      { ...remote, highestModseq: 0n },
    ]
    expect(planSync(plain, said, 'exists')).toMatchObject({ flags: { how: 'none' } })
    expect(planSync(plain, said, 'poll')).toMatchObject({ flags: { how: 'compare' } })
  })

  test('numbers that disagree mean that something vanished, once the folder is whole', () => {
    expect(mustCompare({ known: 90, isWhole: true }, 90, 'poll')).toBe(false)
    expect(mustCompare({ known: 91, isWhole: true }, 90, 'poll')).toBe(true)
    expect(mustCompare({ known: 60, isWhole: false }, 90, 'poll')).toBe(false)
    expect(mustCompare({ known: 60, isWhole: false }, 90, 'expunge')).toBe(true)
  })
})

test('ranges cover every UID once, from the top', () => {
  const bounds = fc.tuple(fc.bigInt(1n, 500n), fc.bigInt(1n, 500n), fc.bigInt(1n, 60n))
  fc.assert(
    fc.property(bounds, ([from, to, width]) => {
      const uids = [...rangesFromTop(from, to, width)].flatMap((range) => {
        const inside: bigint[] = []
        for (let uid = range.to; uid >= range.from; uid--) inside.push(uid)
        expect(inside.length).toBeLessThanOrEqual(Number(width))
        return inside
      })
      const expected: bigint[] = []
      for (let uid = to; uid >= from; uid--) expected.push(uid)
      expect(uids).toEqual(expected)
    }),
  )
})
