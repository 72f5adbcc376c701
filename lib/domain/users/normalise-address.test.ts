import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseAddress } from './normalise-address'

describe('normaliseAddress', () => {
  test.each([
    ['Alice@Alice.LocalHost', 'alice@alice.localhost'],
    ['  alice@example.org ', 'alice@example.org'],
    ['ａｌｉｃｅ＠example.org', 'alice@example.org'],
  ])('%j is %j', (text, address) => {
    expect(normaliseAddress(text)).toBe(address)
  })

  test.each([
    '',
    'alice',
    '"e@attacker.example"@victim.example',
    'alice@example.org＠attacker.example',
    'alice@example.org\r\nA LOGOUT',
    'alice\0@example.org',
    'a@b.example, c@d.example',
  ])('%j is no address', (text) => {
    expect(normaliseAddress(text)).toBeNull()
  })

  test('is idempotent and never holds two signs or a control', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = normaliseAddress(`${text}@example.org`)
        if (address === null) return
        expect(normaliseAddress(address)).toBe(address)
        expect(address.split('@')).toHaveLength(2)
        expect(address).not.toMatch(/[\p{Cc}\s<>"]/u)
      }),
    )
  })
})
