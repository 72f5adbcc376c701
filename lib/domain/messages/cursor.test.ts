import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids'
import { decodeCursor, decodeDateCursor, encodeCursor } from './cursor'

describe('a cursor', () => {
  test('comes back as it was', () => {
    const id = newId()
    expect(decodeCursor('from.asc', encodeCursor('from.asc', 'Ágnes', id))).toEqual({ value: 'Ágnes', id })
    expect(decodeCursor('from.asc', undefined)).toBeNull()
  })

  test.each([
    ['nonsense', 'x!'],
    ['of another list', encodeCursor('size.asc', 3, newId())],
    ['without an id', encodeCursor('from.asc', 'x', 'no id')],
  ])('%s is refused by its name', (_, cursor) => {
    expect(() => decodeCursor('from.asc', cursor)).toThrow('cursor: is not a cursor of this list')
  })

  test('of a list by date holds a date', () => {
    expect(() => decodeDateCursor('threads', encodeCursor('threads', "1' OR 1=1", newId()))).toThrow('cursor')
  })
})
