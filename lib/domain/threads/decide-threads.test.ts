import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideThreads, type ThreadItem } from './decide-threads'

const DAY = 86_400_000
let next = 0
const makeId = () => `t${String(next++).padStart(6, '0')}`

const item = (key: string, more: Partial<ThreadItem> = {}): ThreadItem => ({
  key,
  refs: [`${key}@x`],
  subject: 'lunch',
  at: 100 * DAY,
  participants: ['ann@x', 'bob@x'],
  isLoose: false,
  ...more,
})
const threadsOf = (items: ThreadItem[], anchors = new Map<string, string>()) =>
  decideThreads(items, anchors, [], makeId)

describe('threads', () => {
  test('a reply joins what it refers to, in whatever order they come', () => {
    const { threadOf } = threadsOf([
      item('c', { refs: ['c@x', 'b@x', 'a@x'] }),
      item('a'),
      item('b', { refs: ['b@x', 'a@x'] }),
    ])
    expect(new Set(threadOf.values()).size).toBe(1)
  })

  test('the same subject alone joins nothing', () => {
    const { threadOf } = threadsOf([item('a'), item('b')])
    expect(new Set(threadOf.values()).size).toBe(2)
  })

  test('a message that links two threads merges them into the older', () => {
    const anchors = new Map([
      ['a@x', 't2'],
      ['b@x', 't1'],
    ])
    const { threadOf, merged, created } = threadsOf([item('c', { refs: ['c@x', 'a@x', 'b@x'] })], anchors)
    expect(threadOf.get('c')).toBe('t1')
    expect([...merged]).toEqual([['t2', 't1']])
    expect(created).toEqual([])
  })

  test.each([
    ['a reply without references joins by subject', {}, true],
    ['not after 30 days', { at: 131 * DAY }, false],
    ['not without a correspondent in common', { participants: ['eve@x'] }, false],
    ['not an earlier one', { at: 90 * DAY }, false],
    ['not an empty subject', { subject: '' }, false],
  ])('%s', (_, more, isJoined) => {
    const { threadOf } = threadsOf([item('a'), item('re', { isLoose: true, at: 101 * DAY, ...more })])
    expect(threadOf.get('a') === threadOf.get('re')).toBe(isJoined)
  })

  test('a reply that came first takes in the original that comes later', () => {
    const neighbours = [
      { threadId: 't9', subject: 'lunch', at: 101 * DAY, participants: ['ann@x'], isLoose: true },
    ]
    expect(decideThreads([item('a')], new Map(), neighbours, makeId).threadOf.get('a')).toBe('t9')
  })

  test('every message is in exactly one thread, and every anchor too', () => {
    const refs = fc.array(
      fc.integer({ min: 0, max: 15 }).map((n) => `r${n}`),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(fc.array(refs, { maxLength: 30 }), (lists) => {
        const items = lists.map((list, index) => item(String(index), { refs: list }))
        const { threadOf, anchors } = threadsOf(items)
        expect(threadOf.size).toBe(items.length)
        for (const one of items) {
          for (const ref of one.refs) expect(anchors.get(ref)).toBe(threadOf.get(one.key))
        }
      }),
    )
  })
})
