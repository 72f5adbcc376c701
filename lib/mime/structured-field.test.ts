import { expect, test } from 'vitest'
import { parseStructuredField } from './structured-field'

test.each<[string, string, Record<string, string>]>([
  ['text/plain; charset=utf-8', 'text/plain', { charset: 'utf-8' }],
  ['Text/HTML ;Charset="a\\"b" (comment; x=y); q', 'text/html', { charset: 'a"b' }],
  ['multipart/mixed\tboundary="b"', 'multipart/mixed', { boundary: 'b' }],
  ['multipart/mixed;; boundary=b; boundary=c', 'multipart/mixed', { boundary: 'b' }],
  ['attachment; filename=Invoice(1).pdf', 'attachment', { filename: 'Invoice(1).pdf' }],
  ['attachment; filename="C:\\Users\\a.txt"', 'attachment', { filename: 'C:\\Users\\a.txt' }],
  ["attachment; filename=x.pdf; filename*=utf-8''%EA%B0%80.pdf", 'attachment', { filename: '가.pdf' }],
  ["a; filename*1*=%80.pdf; filename*0*=utf-8''%EA%B0", 'a', { filename: '가.pdf' }],
  ['a; filename*0="long "; filename*1="name"', 'a', { filename: 'long name' }],
  ['a; filename="=?utf-8?B?6rCALnBkZg==?="', 'a', { filename: '가.pdf' }],
  ['a; x="unclosed; y=1', 'a', { x: 'unclosed; y=1' }],
  ['', '', {}],
])('%j', (text, value, parameters) => {
  const field = parseStructuredField(text)
  expect([field.value, Object.fromEntries(field.parameters)]).toEqual([value, parameters])
})

test('a parameter may be called as it likes', () => {
  expect(parseStructuredField('a; __proto__=x').parameters.get('__proto__')).toBe('x')
})
