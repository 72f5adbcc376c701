import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPage } from './next-page'

test.each([
  ['/mail/f1/t1?q=a%20b', '/mail/f1/t1?q=a%20b'],
  ['/outbox', '/outbox'],
  ['//evil.test', '/mail'],
  ['/\\evil.test', '/mail'],
  ['https://evil.test', '/mail'],
  ['/\t/evil.test', '/mail'],
  ['/sign-in?next=/x', '/mail'],
  ['/api/v1/outbox', '/mail'],
  [undefined, '/mail'],
])('%j leads to %j', (next, page) => {
  expect(nextPage(next)).toBe(page)
})

test('never to another site', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', '/', '//', '/\\'), (text, start) => {
      expect(new URL(nextPage(start + text), 'https://mail.test').origin).toBe('https://mail.test')
    }),
  )
})
