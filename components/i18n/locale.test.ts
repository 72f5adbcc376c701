import { expect, test } from 'vitest'
import { chooseLocale } from './locale'

test.each([
  [undefined, null, 'en'],
  [undefined, 'ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  [undefined, 'de-DE,en;q=0.4,ko;q=0.7', 'ko'],
  [undefined, 'ko;q=0, en', 'en'],
  [undefined, 'fr, *;q=0.1', 'en'],
  [undefined, ';;q=x,,ko;q=nonsense', 'en'],
  ['ko', 'en', 'ko'],
  ['xx', 'ko', 'ko'],
])('cookie %s and Accept-Language %s give %s', (cookie, header, expected) => {
  expect(chooseLocale(cookie, header)).toBe(expected)
})
