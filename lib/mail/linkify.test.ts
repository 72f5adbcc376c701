import { expect, test } from 'vitest'
import { linkRanges, safeHref } from './linkify'

const found = (text: string) =>
  linkRanges(text).map((range) => [text.slice(range.start, range.end), range.href])

test('finds links and addresses as ranges over the text', () => {
  expect(found('see https://a.example/x?y=1, or www.b.com.\nmail bob@c.com!')).toEqual([
    ['https://a.example/x?y=1', 'https://a.example/x?y=1'],
    ['www.b.com', 'http://www.b.com/'],
    ['bob@c.com', 'mailto:bob@c.com'],
  ])
})

test('what was an exploit elsewhere is only a range here', () => {
  const text =
    'http://google.com?"onmouseover="alert(1) javascript:alert(1) a@a.co?]<img/src="x"/onerror=alert(1)>'
  for (const [, href] of found(text)) expect(href).toMatch(/^(?:https?|mailto):[^\s"<>]*$/)
})

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', ' vbscript:x', 'nothing'])(
  'no link to %s',
  (url) => {
    expect(safeHref(url)).toBeNull()
  },
)
