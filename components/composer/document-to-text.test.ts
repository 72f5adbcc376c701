import { expect, test } from 'vitest'
import { documentToText } from './document-to-text'

const p = (...content: object[]) => ({ type: 'paragraph', content })
const t = (text: string, href?: string) => ({
  type: 'text',
  text,
  ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
})
const doc = (...content: object[]) => documentToText({ type: 'doc', content })

test('paragraphs are lines, an empty one a blank line, the end is trimmed', () => {
  expect(doc(p(t('Hello')), p(), p(t('Bob'), { type: 'hardBreak' }, t('and Kim')), p())).toBe(
    'Hello\n\nBob\nand Kim',
  )
})

test('quotes within quotes', () => {
  const inner = { type: 'blockquote', content: [p(t('first'))] }
  expect(doc({ type: 'blockquote', content: [p(t('second')), p(), inner] })).toBe('> second\n>\n>> first')
})

test('lists keep their marks and their indentation', () => {
  const item = (...content: object[]) => ({ type: 'listItem', content })
  const nested = { type: 'bulletList', content: [item(p(t('inside')))] }
  expect(
    doc({ type: 'orderedList', attrs: { start: 3 }, content: [item(p(t('a')), nested), item(p(t('b')))] }),
  ).toBe('3. a\n   - inside\n4. b')
})

test('a link shows where it goes, unless its words say so', () => {
  expect(doc(p(t('here', 'https://x.test/a')), p(t('x.test', 'https://x.test/')))).toBe(
    'here <https://x.test/a>\nx.test',
  )
})
