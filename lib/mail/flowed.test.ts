import { expect, test } from 'vitest'
import { decodeFlowed } from './flowed'

test.each([
  ['one \ntwo\nthree', false, 'one two\nthree'],
  ['long \nword', true, 'longword'],
  ['> a \n> b\n>> c \n> d', false, '> a b\n>> c \n> d'],
  ['hello \n-- \nJohn', false, 'hello \n-- \nJohn'],
  [' >not a quote', false, '>not a quote'],
  ['a\r\nb', false, 'a\nb'],
  ['', false, ''],
])('%j', (text, delSp, plain) => {
  expect(decodeFlowed(text, delSp)).toBe(plain)
})
