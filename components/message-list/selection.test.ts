import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendTo, keepOnly, NOTHING_SELECTED, toggle } from './selection'

const order = ['a', 'b', 'c', 'd', 'e']

test('twice is out again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...order)), (keys) => {
      let selection = NOTHING_SELECTED
      for (const key of [...keys, ...keys]) selection = toggle(selection, key)
      expect(selection.keys.size).toBe(0)
    }),
  )
})

test('Shift takes all between, in both directions, and keeps its anchor', () => {
  const down = extendTo(toggle(NOTHING_SELECTED, 'b'), 'd', order)
  expect([...down.keys]).toEqual(['b', 'c', 'd'])
  expect([...extendTo(down, 'a', order).keys].sort()).toEqual(['a', 'b', 'c', 'd'])
  expect([...extendTo(NOTHING_SELECTED, 'c', order, 'a').keys]).toEqual(['a', 'b', 'c'])
})

test('rows that left the list leave the selection', () => {
  const both = toggle(toggle(NOTHING_SELECTED, 'a'), 'b')
  expect([...keepOnly(both, ['b', 'c']).keys]).toEqual(['b'])
  expect(keepOnly(both, order)).toBe(both)
})
