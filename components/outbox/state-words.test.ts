import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OutgoingState } from '@/lib/contract/outbox'
import en from '../i18n/messages/en/outbox.json'
import ko from '../i18n/messages/ko/outbox.json'
import { allowedActions } from './allowed-actions'
import { anOutgoing, aRecipient, NOON } from './outgoing.fixture'
import { needsAttention, stateWords, undoSecondsLeft } from './state-words'

const in15s = new Date(NOON + 15_000).toISOString()
const refused = { code: 550, enhanced: '5.1.1', text: 'No such user here' }
const unreachable = {
  step: 'connect',
  code: 'refused',
  message: 'ECONNREFUSED',
  server: 'smtp mail.alice.test:587',
} as const

describe('the words of a state', () => {
  test('a held message counts down ten of its fifteen seconds, with Undo', () => {
    const item = anOutgoing({ state: 'held', holdUntil: in15s })
    expect(stateWords(item, NOON)).toEqual({ key: 'sendingIn', tone: 'busy', seconds: 10 })
    expect(allowedActions(item, NOON)).toEqual(['undo'])
    expect(undoSecondsLeft(item, NOON + 9_001)).toBe(1)
  })

  test('Undo is gone five seconds before the server lets go', () => {
    const item = anOutgoing({ state: 'held', holdUntil: in15s })
    expect(stateWords(item, NOON + 10_000)).toEqual({ key: 'sending', tone: 'busy' })
    expect(allowedActions(item, NOON + 10_000)).toEqual([])
  })

  test('a late departure says when, and can be edited', () => {
    const item = anOutgoing({ state: 'held', holdUntil: new Date(NOON + 3_600_000).toISOString() })
    expect(stateWords(item, NOON).key).toBe('scheduled')
    expect(allowedActions(item, NOON)).toEqual(['edit', 'cancel'])
  })

  test('a delay names the next try and the failing step', () => {
    const item = anOutgoing({ state: 'waiting', nextAttemptAt: in15s, error: unreachable })
    expect(stateWords(item, NOON)).toEqual({
      key: 'delayed',
      tone: 'warning',
      at: in15s,
      failure: { kind: 'connect', error: unreachable },
    })
  })

  test("a refusal carries the server's words and whom it concerns", () => {
    const words = stateWords(
      anOutgoing({ state: 'rejected', recipients: [aRecipient({ state: 'rejected', reply: refused })] }),
      NOON,
    )
    expect(words).toMatchObject({ key: 'notSent', tone: 'danger' })
    expect(words.failure).toEqual({ kind: 'reply', reply: refused, address: 'bob@bob.test' })
  })

  test('one refused among three is not called sent', () => {
    const accepted = aRecipient({ state: 'accepted', reply: { code: 250, enhanced: null, text: 'ok' } })
    const item = anOutgoing({
      state: 'filed',
      recipients: [accepted, accepted, aRecipient({ state: 'rejected', reply: refused })],
    })
    expect(stateWords(item, NOON)).toMatchObject({ key: 'sentToSome', sentTo: 2, of: 3, tone: 'danger' })
    expect(needsAttention(item)).toBe(true)
  })

  test('a refused sign-in asks to sign in again, with no next try', () => {
    const error = { ...unreachable, step: 'sign-in', code: 'refused-password' } as const
    expect(stateWords(anOutgoing({ state: 'waiting', error }), NOON)).toMatchObject({
      key: 'signInAgain',
      tone: 'danger',
    })
  })

  test('what was cancelled for some is still said to be sent to the others', () => {
    const recipients = [aRecipient({ state: 'accepted' }), aRecipient({ state: 'cancelled' })]
    expect(stateWords(anOutgoing({ state: 'filed', recipients }), NOON)).toEqual({
      key: 'sentToSome',
      tone: 'good',
      sentTo: 1,
      of: 2,
    })
  })

  test('sent, but not stored in Sent', () => {
    expect(stateWords(anOutgoing({ state: 'accepted', filing: 'failed' }), NOON).key).toBe('sentNotStored')
  })

  test('every state has words in both languages and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OutgoingState.options),
        fc.integer({ min: -100, max: 1000 }),
        (state, s) => {
          const item = anOutgoing({ state, holdUntil: new Date(NOON + s * 1000).toISOString() })
          const { key } = stateWords(item, NOON)
          expect([typeof en.state[key], typeof ko.state[key]]).toEqual(['string', 'string'])
        },
      ),
    )
  })

  test('no red without an action', () => {
    for (const state of OutgoingState.options) {
      const item = anOutgoing({ state, recipients: [aRecipient({ state: 'rejected', reply: refused })] })
      if (stateWords(item, NOON).tone === 'danger') expect(allowedActions(item, NOON)).not.toEqual([])
    }
  })
})
