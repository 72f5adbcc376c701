import { expect, test } from 'vitest'
import { pageCsp, pageHeaders } from './page-headers'

const production = { nonce: 'bm9uY2U=', isHttps: false, isDevelopment: false }

test('the policy of a page, word by word', () => {
  expect(pageCsp(production)).toBe(
    "default-src 'none'; script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; " +
      "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; " +
      "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
  )
})

test('only development may evaluate strings', () => {
  expect(pageCsp(production)).not.toContain('unsafe-eval')
  expect(pageCsp({ ...production, isDevelopment: true })).toContain("'strict-dynamic' 'unsafe-eval';")
})

test('HSTS only where the public URL is https', () => {
  expect(pageHeaders(production)).not.toHaveProperty('Strict-Transport-Security')
  expect(pageHeaders({ ...production, isHttps: true })).toHaveProperty(
    'Strict-Transport-Security',
    'max-age=63072000; includeSubDomains',
  )
})
