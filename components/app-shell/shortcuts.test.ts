import { expect, test } from 'vitest'
import { nameOfKey } from './shortcuts'

const plain = { shiftKey: false, metaKey: false, ctrlKey: false, altKey: false }

test.each([
  [{ ...plain, key: 'j' }, 'j'],
  [{ ...plain, key: 'J' }, 'j'],
  [{ ...plain, key: 'I', shiftKey: true }, 'Shift+I'],
  [{ ...plain, key: '#', shiftKey: true }, '#'],
  [{ ...plain, key: '?', shiftKey: true }, '?'],
  [{ ...plain, key: 'Enter', ctrlKey: true }, 'Mod+Enter'],
  [{ ...plain, key: 'a', metaKey: true }, 'Mod+a'],
  [{ ...plain, key: 'ArrowDown', shiftKey: true }, 'Shift+ArrowDown'],
])('%j is %s', (event, name) => {
  expect(nameOfKey(event)).toBe(name)
})
