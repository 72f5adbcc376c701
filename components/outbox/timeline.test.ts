import { describe, expect, test } from 'vitest'
import { anAttempt, anOutgoing } from './outgoing.fixture'
import { timelineOf } from './timeline'

const kinds = (item: Parameters<typeof timelineOf>[0]) => timelineOf(item).map((moment) => moment.kind)

describe('the timeline', () => {
  test('a message that waits shows its attempts and the next one', () => {
    const item = anOutgoing({
      state: 'waiting',
      attempts: [anAttempt({ number: 2 }), anAttempt({ number: 1 })],
      nextAttemptAt: '2026-11-22T12:01:00.000Z',
    })
    expect(kinds(item)).toEqual(['queued', 'attempt', 'attempt', 'next-try'])
    expect(timelineOf(item)[1]).toMatchObject({ attempt: { number: 1 } })
  })

  test('a message that went out ends with the copy in Sent', () => {
    const at = '2026-11-22T12:01:00.000Z'
    const gone = { acceptedAt: at, attempts: [anAttempt({ outcome: 'accepted', phase: 'done' })] }
    expect(kinds(anOutgoing({ ...gone, state: 'filed', filing: 'filed', filedAt: at }))).toEqual([
      'queued',
      'attempt',
      'accepted',
      'filed',
    ])
    expect(kinds(anOutgoing({ ...gone, state: 'accepted', filing: 'failed' })).at(-1)).toBe('not-filed')
    expect(kinds(anOutgoing({ ...gone, state: 'accepted', filing: 'waiting' })).at(-1)).toBe('filing')
  })

  test('an end without success is said', () => {
    for (const state of ['cancelled', 'unknown', 'given-up', 'rejected'] as const)
      expect(kinds(anOutgoing({ state })).at(-1)).toBe(state)
  })
})
