import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { api, apiUrl } from './api'
import { reconnectDelayMs } from './events'
import { ApiProblem, ApiUnreachable, toProblem } from './problem'
import { encodeFileName } from './uploads'

afterEach(() => vi.unstubAllGlobals())

test('a query leaves out what is undefined and escapes the rest', () => {
  expect(apiUrl('/search', { q: 'a&b c', mailbox: undefined, limit: 5 })).toBe(
    '/api/v1/search?q=a%26b+c&limit=5',
  )
  expect(apiUrl('/mailboxes')).toBe('/api/v1/mailboxes')
})

test('a refusal becomes an ApiProblem with its field errors', async () => {
  const problem = { type: 't', title: 'Bad', status: 400, detail: 'No', requestId: 'r' }
  const body = JSON.stringify({ ...problem, errors: [{ path: 'to', message: 'not an address' }] })
  vi.stubGlobal('fetch', async () => new Response(body, { status: 400 }))
  const failure = await api.post('/outbox', {}).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ApiProblem)
  expect((failure as ApiProblem).fieldError('to')).toBe('not an address')
  expect((failure as ApiProblem).message).toBe('No')
})

test('no answer is ApiUnreachable, the caller’s own abort stays an abort', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')))
  await expect(api.get('/mailboxes')).rejects.toBeInstanceOf(ApiUnreachable)
  const aborted = AbortSignal.abort()
  await expect(api.get('/mailboxes', { signal: aborted })).rejects.toBeInstanceOf(TypeError)
})

test.each(['', '<html>502</html>', '[]', 'null', '{"a":1}'])(
  'an answer of a proxy (%s) is still a problem',
  (body) => {
    expect(toProblem(502, 'Bad Gateway', body).problem).toMatchObject({ status: 502, title: 'Bad Gateway' })
  },
)

test('the wait grows, is bounded, and never zero', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const delay = reconnectDelayMs(attempt, random)
      expect(delay).toBeGreaterThanOrEqual(500)
      expect(delay).toBeLessThanOrEqual(30_500)
    }),
  )
})

test('any file name fits into a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(encodeFileName(name)).toMatch(/^[A-Za-z0-9!#$&+^_`|~.%-]*$/)
    }),
  )
})
