import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { baseSubject } from './base-subject'
import { forwardSubject, replySubject } from './reply-subject'

describe('baseSubject', () => {
  test.each([
    ['Re: Plan', 'plan', true, false],
    ['RE[2]: Re: plan', 'plan', true, false],
    ['Re(3): plan', 'plan', true, false],
    ['AW: SV: Antw: plan', 'plan', true, false],
    ['답장: 회신：계획', '계획', true, false],
    ['전달: 계획', '계획', false, true],
    ['回复：转发：计划', '计划', true, true],
    ['Fwd: Re: [team] plan (fwd)', 'plan', true, true],
    ['[fwd: [fwd: a b c]]', 'a b c', false, true],
    ['[list] Re: [list] a  b', 'a b', true, false],
    ['[only a tag]', '[only a tag]', false, false],
    ['Regarding: x', 'regarding: x', false, false],
    ['Re:', '', true, false],
    ['', '', false, false],
  ])('%s', (subject, base, isReply, isForward) => {
    expect(baseSubject(subject)).toEqual({ base, isReply, isForward })
  })

  test('is its own base, and a reply keeps it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (subject) => {
        const { base } = baseSubject(subject)
        expect(baseSubject(base).base).toBe(base)
        expect(baseSubject(replySubject(subject)).base).toBe(base)
      }),
    )
  })
})

test('answers and forwards are marked once', () => {
  expect(replySubject('Plan')).toBe('Re: Plan')
  expect(replySubject('AW: Plan')).toBe('AW: Plan')
  expect(replySubject('Fwd: Plan')).toBe('Re: Fwd: Plan')
  expect(replySubject('')).toBe('Re:')
  expect(forwardSubject('Re: Plan')).toBe('Fwd: Re: Plan')
  expect(forwardSubject('WG: Plan')).toBe('WG: Plan')
})
