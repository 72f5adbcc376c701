import { expect, test } from 'vitest'
import { isLinkable, linkAddress } from './link-address'

test.each([
  ['https://x.test/a?b', 'https://x.test/a?b'],
  ['x.test/a', 'https://x.test/a'],
  [' bob@x.test ', 'mailto:bob@x.test'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)//x.test', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['hello', null],
  ['', null],
])('%j becomes %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address)
})

test('what we make of a typed address may be a link', () => {
  for (const typed of ['x.test', 'bob@x.test', 'http://x.test'])
    expect(isLinkable(linkAddress(typed) ?? '')).toBe(true)
})
