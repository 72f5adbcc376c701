import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { previewOf } from './preview-of'

const plain = { type: 'text/plain', charset: 'utf-8', encoding: '8bit' }
const html = { type: 'text/html', charset: 'utf-8', encoding: '8bit' }

test.each([
  [plain, 'Hello,\r\n\r\nsee you   tomorrow.\r\n', 'Hello, see you tomorrow.'],
  [plain, 'Yes!\n\nOn 5 Mar 2024, Jane <j@x.example> wrote:\n> old', 'Yes!'],
  [plain, '> quoted\nanswer between\n> quoted', 'answer between'],
  [plain, '-----------\nTitle\n===========\ntext', 'Title text'],
  [
    html,
    '<style>p{color:red}</style><h1>News</h1><p>of&nbsp;the&amp;day</p><blockquote>old</blockquote>',
    'News of the&day',
  ],
  [html, '<p>words</p><style>p{color:', 'words'],
  [html, '<html><head><title>x</title><style>a{', ''],
  [html, '<p>cut <a href="https://x.exam', 'cut'],
  [{ ...plain, encoding: 'base64' }, 'SGVsbG8gd29ybGQh', 'Hello world!'],
  [{ ...plain, encoding: 'quoted-printable' }, 'Gr=C3=BC=C3=9Fe und =\r\nmehr =C3', 'Grüße und mehr'],
])('%j %j', (part, text, preview) => {
  expect(previewOf(Buffer.from(text), part)).toBe(preview)
})

test('a beginning that stops within a character is still UTF-8', () => {
  const bytes = Buffer.from('안녕하세요 여러분')
  expect(previewOf(bytes.subarray(0, -1), plain)).toBe('안녕하세요 여러')
})

test('any bytes give at most 200 clean characters', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 1000 }), fc.constantFrom(plain, html), (bytes, part) => {
      const preview = previewOf(bytes, part)
      expect(preview.length).toBeLessThanOrEqual(200)
      expect(preview.isWellFormed()).toBe(true)
      expect(preview).not.toMatch(/\p{Cc}/u)
    }),
  )
})
