import { expect, test } from 'vitest'
import { avatarColour, initialsOf } from './initials'

test.each([
  ['Jane Roe', 'j@x.example', 'JR'],
  ['김 민수', 'k@x.example', '김'],
  ['', 'jane.roe@x.example', 'JR'],
  ['"', '', '?'],
  ['Éva', 'e@x.example', 'É'],
  ['Jean-Luc de Picard', 'x@x.example', 'JP'],
])('%s %s', (name, address, initials) => {
  expect(initialsOf({ name, address })).toBe(initials)
})

test('the colour belongs to the address', () => {
  expect(avatarColour('A@x.example', 8)).toBe(avatarColour('a@x.example', 8))
  expect(new Set(Array.from({ length: 100 }, (_, i) => avatarColour(`u${i}@x`, 8))).size).toBe(8)
})
