import { describe, expect, test } from 'vitest'
import { type ComposerAction, type ComposerState, composerReducer, NOTHING_OPEN } from './composer-reducer'
import { type Composition, emptyComposition } from './composition'

const NOW = '2026-11-22T12:00:00.000Z'
const problem = {
  code: 'bad-input',
  message: 'no',
  fields: [{ path: 'to.0', message: 'no' }],
  isDefinite: true,
}

const run = (...actions: ComposerAction[]): ComposerState =>
  actions.reduce((state, action) => composerReducer(state, action, NOW), NOTHING_OPEN)
const open = (key: string, change: Partial<Composition> = {}): ComposerAction => ({
  type: 'open',
  composition: { ...emptyComposition(key, 'm1', NOW), ...change },
})
const subject = (text: string): ComposerAction => ({ type: 'subject', key: 'a', subject: text })
const sending: ComposerAction = { type: 'sending', key: 'a', idempotencyKey: 'k1' }
const first = (state: ComposerState) => state.open[0] as Composition

describe('several composers', () => {
  test('a new one comes to the front, the others shrink to their titles', () => {
    const state = run(open('a'), open('b'))
    expect(state.open.map((c) => [c.key, c.minimised])).toEqual([
      ['a', true],
      ['b', false],
    ])
  })

  test('the same draft is not opened twice, and what was typed in it stays', () => {
    const server = { draftId: 'd1', revision: 3 }
    const state = run(open('a', { server }), subject('mine'), open('b', { server, subject: 'old' }))
    expect(state.open.map((c) => [c.key, c.subject])).toEqual([['a', 'mine']])
  })

  test('an answer for a composer closed since changes nothing', () => {
    const saved = { type: 'saved', key: 'a', draftId: 'd', revision: 1, at: NOW, edits: 0 } as const
    expect(run(open('a'), { type: 'close', key: 'a' }, saved).open).toEqual([])
  })
})

describe('saving', () => {
  const saved = (edits: number): ComposerAction => ({
    type: 'saved',
    key: 'a',
    draftId: 'd1',
    revision: 2,
    at: NOW,
    edits,
  })

  test('what was typed while saving is not called saved', () => {
    const state = run(open('a'), subject('x'), { type: 'saving', key: 'a' }, subject('xy'), saved(1))
    expect(first(state).save).toEqual({ kind: 'edited' })
    expect(first(composerReducer(state, saved(2), NOW)).save).toEqual({ kind: 'saved', at: NOW })
  })

  test('a conflict stays until the person chose', () => {
    const server = { draftId: 'd1', revision: 1 }
    const state = run(open('a', { server }), subject('mine'), { type: 'conflict', key: 'a' }, subject('more'))
    expect(first(state).save).toEqual({ kind: 'conflict' })
  })

  test('keeping mine saves over the newer revision; keeping both makes a draft of its own', () => {
    const server = { draftId: 'd1', revision: 1 }
    const conflict = { type: 'conflict', key: 'a' } as const
    const mine = first(run(open('a', { server }), conflict, { type: 'keep-mine', key: 'a', revision: 5 }))
    expect(mine).toMatchObject({ server: { draftId: 'd1', revision: 5 }, save: { kind: 'edited' } })
    expect(first(run(open('a', { server }), conflict, { type: 'detached', key: 'a' }))).toMatchObject({
      server: null,
      save: { kind: 'edited' },
    })
  })
})

describe('sending', () => {
  test('the key survives a lost answer, also when the text is changed after', () => {
    const lost: ComposerAction = { type: 'send-failed', key: 'a', problem: { ...problem, isDefinite: false } }
    expect(first(run(open('a'), sending, lost, subject('other'))).idempotencyKey).toBe('k1')
  })

  test('a definite no frees the key, keeps every word and opens the composer', () => {
    const state = run(open('a'), subject('kept'), sending, { type: 'send-failed', key: 'a', problem })
    expect(first(state)).toMatchObject({
      idempotencyKey: null,
      subject: 'kept',
      minimised: false,
      send: { kind: 'failed', problem },
    })
  })

  test('typing takes the error away', () => {
    const state = run(open('a'), sending, { type: 'send-failed', key: 'a', problem }, subject('x'))
    expect(first(state).send).toEqual({ kind: 'idle' })
  })
})

describe('files', () => {
  const file = {
    id: 'f1',
    name: 'a.pdf',
    type: 'application/pdf',
    size: 10,
    sent: 0,
    state: 'uploading',
    problem: null,
    uploadId: null,
    attachmentId: null,
  } as const

  test('progress does not make the draft unsaved; arrival does', () => {
    const added = run(open('a'), { type: 'files-added', key: 'a', files: [file] })
    const half = composerReducer(
      added,
      { type: 'file-changed', key: 'a', id: 'f1', change: { sent: 5 } },
      NOW,
    )
    expect(first(half).edits).toBe(first(added).edits)
    const change = { state: 'ready', uploadId: 'u1' } as const
    const there = composerReducer(half, { type: 'file-changed', key: 'a', id: 'f1', change }, NOW)
    expect(first(there).edits).toBe(first(added).edits + 1)
    expect(first(there).files[0]).toMatchObject({ uploadId: 'u1', sent: 5 })
  })
})
