import { beforeEach, expect, test, vi } from 'vitest'
import { saveDraft } from '@/lib/api-client/drafts'
import { ApiUnreachable, toProblem } from '@/lib/api-client/problem'
import type { Draft } from '@/lib/contract/outbox'
import { compositionOf, dispatch } from './composer-store'
import { emptyComposition } from './composition'
import { saveNow } from './save-draft'

vi.mock('@/lib/api-client/drafts')
const put = vi.mocked(saveDraft)
const key = 'a'
const state = () => compositionOf(key)
const type = (subject: string) => dispatch({ type: 'subject', key, subject })
const draft = (revision: number) => ({ id: 'd1', revision, updatedAt: '2026-11-22T12:00:00.000Z' }) as Draft

beforeEach(() => {
  put.mockReset()
  dispatch({ type: 'close', key })
  const server = { draftId: 'd1', revision: 1 }
  dispatch({ type: 'open', composition: { ...emptyComposition(key, 'm1', ''), server } })
  type('x')
})

test('saves asked for at once go one after the other, each with the revision the one before got', async () => {
  const asked: (number | undefined)[] = []
  put.mockImplementation(async (_id, { revision }) => {
    asked.push(revision)
    type(`changed while ${asked.length} was on its way`)
    return draft((revision ?? 0) + 1)
  })
  await Promise.all([saveNow(key), saveNow(key), saveNow(key)])
  expect(asked).toEqual([1, 2, 3])
  expect(state()?.save).toEqual({ kind: 'edited' })
})

test.each([
  [toProblem(409, '', ''), { kind: 'conflict' }],
  [toProblem(401, '', ''), { kind: 'on-this-device', why: 'signed-out' }],
  [toProblem(413, '', ''), { kind: 'on-this-device', why: 'refused' }],
  [toProblem(503, '', ''), { kind: 'on-this-device', why: 'offline' }],
  [new ApiUnreachable(''), { kind: 'on-this-device', why: 'offline' }],
])('%s leaves the words where they are', async (error, save) => {
  put.mockRejectedValue(error)
  await saveNow(key)
  expect(state()).toMatchObject({ subject: 'x', save })
})

test('a draft deleted elsewhere becomes a draft of its own', async () => {
  put.mockRejectedValue(toProblem(404, '', ''))
  await saveNow(key)
  expect(state()).toMatchObject({ server: null, save: { kind: 'edited' } })
})
