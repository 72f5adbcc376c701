import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textToHtml } from './text-to-html'

test('lines and quotes', () => {
  expect(textToHtml('Hi\n\n> one\n>> two\nend')).toBe(
    '<p>Hi</p><p></p><blockquote><p>one</p><blockquote><p>two</p></blockquote></blockquote><p>end</p>',
  )
})

test('no text can make a tag of its own', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(textToHtml(text).replace(/<\/?(?:p|blockquote)>/g, '')).not.toMatch(/[<>"']/)
    }),
  )
})
