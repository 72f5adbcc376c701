import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hueOf, initialsOf } from './avatar-initials'

test.each([
  ['Ada Lovelace', 'ada@x.example', 'AL'],
  ['김민준', 'kim@x.example', '김'],
  ['', 'bob@x.example', 'B'],
  ['"Support" (team)', 's@x.example', 'ST'],
  ['👋', 'wave@x.example', 'W'],
  ['', '', '?'],
])('initials of %s <%s> are %s', (name, address, expected) => {
  expect(initialsOf(name, address)).toBe(expected)
})

test('any name gives at most a few characters and a hue on the wheel', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, address) => {
      expect([...initialsOf(name, address)].length).toBeLessThanOrEqual(6)
      expect(hueOf(address)).toBeGreaterThanOrEqual(0)
      expect(hueOf(address)).toBeLessThan(360)
    }),
  )
})
