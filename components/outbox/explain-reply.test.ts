import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from '../i18n/messages/en/outbox.json'
import ko from '../i18n/messages/ko/outbox.json'
import { explainReply } from './explain-reply'

describe('what a reply means', () => {
  test.each([
    [550, '5.1.1', 'no-such-mailbox'],
    [452, '4.2.2', 'mailbox-full'],
    [552, '5.3.4', 'too-large'],
    [450, '4.7.1', 'try-later'],
    [554, '5.7.1', 'policy'],
    [535, '5.7.8', 'sign-in'],
    [556, '5.1.10', 'no-mail-here'],
  ])('%i %s', (code, enhanced, meaning) => {
    expect(explainReply({ code, enhanced })).toBe(meaning)
  })

  test('a server without enhanced codes is read by its three digits', () => {
    expect(explainReply({ code: 421, enhanced: null })).toBe('server-busy')
    expect(explainReply({ code: 550, enhanced: null })).toBe('refused')
    expect(explainReply({ code: 499, enhanced: null })).toBe('try-later')
  })

  test('an unknown or broken status falls back to the three digits', () => {
    expect(explainReply({ code: 552, enhanced: '5.99.99' })).toBe('too-large')
    expect(explainReply({ code: 450, enhanced: 'nonsense' })).toBe('try-later')
  })

  test('a good reply needs no explanation', () => {
    expect(explainReply({ code: 250, enhanced: '2.0.0' })).toBeNull()
  })

  test('every failure has words in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 599 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 30 }),
        (code, subject, detail) => {
          const key = explainReply({ code, enhanced: `${Math.floor(code / 100)}.${subject}.${detail}` })
          expect(key).not.toBeNull()
          if (key) expect([typeof en.explain[key], typeof ko.explain[key]]).toEqual(['string', 'string'])
        },
      ),
    )
  })
})
