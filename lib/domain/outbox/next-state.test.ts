import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RecipientState } from '../../contract/outbox'
import type { SubmissionOutcome } from '../../protocols/smtp/submission'
import { isOpen, type RecipientNow, recipientsAfter, stateOf } from './next-state'

const reply = (code: number) => ({ code, enhanced: null, text: 'x' })
const queued = (...names: string[]): RecipientNow[] =>
  names.map((address) => ({ id: address, address, state: 'queued' }))
const result = (outcome: SubmissionOutcome, code: number | null, rcpt: Record<string, number> = {}) => ({
  outcome,
  reply: code === null ? null : reply(code),
  recipients: new Map(
    Object.entries(rcpt).map(([address, c]) => [address, { accepted: c < 300, reply: reply(c) }]),
  ),
})
const states = (recipients: ReturnType<typeof recipientsAfter>) => recipients.map((r) => r.state)

describe('recipients after an attempt', () => {
  test('accepted: each has its own outcome', () => {
    const after = recipientsAfter(
      queued('a', 'b', 'c'),
      result('accepted', 250, { a: 250, b: 550, c: 450 }),
      false,
    )
    expect(states(after)).toEqual(['accepted', 'rejected', 'waiting'])
    expect(after[1]?.reply?.code).toBe(550)
  })

  test('refused after the dot: who was taken at RCPT shares the fate of the message', () => {
    const rcpt = { a: 250, b: 450 }
    expect(states(recipientsAfter(queued('a', 'b'), result('rejected', 554, rcpt), false))).toEqual([
      'rejected',
      'waiting',
    ])
  })

  test('unknown stays unknown, also at the end of the time allowed', () => {
    expect(states(recipientsAfter(queued('a'), result('unknown', null, { a: 250 }), true))).toEqual([
      'unknown',
    ])
  })

  test('what still waits at the end of the time allowed is given up', () => {
    expect(states(recipientsAfter(queued('a'), result('failed', null), true))).toEqual(['given-up'])
  })
})

const anyState = fc.constantFrom(...RecipientState.options)
const anyRecipients = fc
  .array(anyState, { minLength: 1, maxLength: 20 })
  .map((list) => list.map((state, at) => ({ id: String(at), address: `u${at}@b.test`, state })))
const anyCode = fc.constantFrom(250, 251, 421, 450, 452, 550, 554)
const anyResult = fc
  .record({
    outcome: fc.constantFrom<SubmissionOutcome>(
      'accepted',
      'deferred',
      'rejected',
      'refused-sign-in',
      'failed',
      'unknown',
    ),
    rcpt: fc.dictionary(
      fc.nat({ max: 19 }).map((n) => `u${n}@b.test`),
      anyCode,
    ),
  })
  .map(({ outcome, rcpt }) => result(outcome, null, rcpt))

describe('for any recipients and any result', () => {
  const both = fc.tuple(anyRecipients, anyResult, fc.boolean())

  test('closed recipients are left alone, open ones all get a state', () => {
    fc.assert(
      fc.property(both, ([recipients, outcome, isOver]) => {
        const after = recipientsAfter(recipients, outcome, isOver)
        expect(after.map((r) => r.id)).toEqual(recipients.filter(isOpen).map((r) => r.id))
      }),
    )
  })

  test('nobody is accepted without an accepted message, and nobody refused at RCPT is accepted', () => {
    fc.assert(
      fc.property(both, ([recipients, outcome, isOver]) => {
        for (const next of recipientsAfter(recipients, outcome, isOver)) {
          if (next.state !== 'accepted') continue
          expect(outcome.outcome).toBe('accepted')
          const address = recipients.find((r) => r.id === next.id)?.address ?? ''
          expect(outcome.recipients.get(address)?.reply.code ?? 250).toBeLessThan(400)
        }
      }),
    )
  })

  test('nothing unknown is ever open again by itself, and nothing waits once it is over', () => {
    fc.assert(
      fc.property(both, ([recipients, outcome, isOver]) => {
        const after = recipientsAfter(recipients, outcome, isOver)
        if (isOver) expect(after.some(isOpen)).toBe(false)
        const all = recipients.map((r) => after.find((a) => a.id === r.id)?.state ?? r.state)
        if (all.includes('unknown')) expect(stateOf(all, false)).toBe('unknown')
      }),
    )
  })

  test('a message is filed only when somebody accepted it and nothing is left to do', () => {
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 1 }), (list) => {
        const isDone = stateOf(list, true) === 'filed'
        const shouldBe =
          list.includes('accepted') && !list.some((s) => ['unknown', 'waiting', 'queued'].includes(s))
        expect(isDone).toBe(shouldBe)
      }),
    )
  })
})
