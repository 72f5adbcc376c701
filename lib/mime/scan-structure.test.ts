import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filePart, message, multipart, multipartMessage, textPart } from '../../test/messages/multipart'
import { type MimePart, scanStructure } from './scan-structure'

const outline = (part: MimePart): string =>
  `${part.section ?? '-'} ${part.type}${part.children.length ? ` (${part.children.map(outline).join(', ')})` : ''}`
const bodies = (raw: Buffer, part: MimePart): string[] =>
  part.children.length
    ? part.children.flatMap((child) => bodies(raw, child))
    : [raw.toString('latin1', part.start, part.end)]

test('sections as IMAP counts them', () => {
  const raw = multipartMessage('mixed', [
    multipart('alternative', [textPart('a'), textPart('b', 'text/html')]),
    filePart('x.pdf', 'application/pdf', 'x'),
  ])
  expect(outline(scanStructure(raw).root)).toBe(
    '- multipart/mixed (1 multipart/alternative (1.1 text/plain, 1.2 text/html), 2 application/pdf)',
  )
  expect(outline(scanStructure(message([], 'x')).root)).toBe('1 text/plain')
})

test.each([
  ['--b\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\nafter', ['one', 'two']],
  ['before\r\n--b\r\n\r\none', ['one']],
  ['--b\n\none\n\n--b--\n', ['one\n']],
  ['--b \t\r\n\r\none\r\n--b-- \r\n', ['one']],
  ['--bb\r\n\r\nno\r\n--b\r\n\r\none\r\n--b--', ['one']],
  ['--b\r\nContent-Type: text/plain\r\n--b\r\n\r\ntwo\r\n--b--', ['', 'two']],
  ['--b\r\n\r\n--b\r\n\r\n--b--', ['', '']],
])('bodies between boundaries: %j', (body, parts) => {
  const raw = message([['Content-Type', 'multipart/mixed; boundary=b']], body)
  expect(bodies(raw, scanStructure(raw).root)).toEqual(parts)
})

test('any bytes give a tree whose ranges lie within them', () => {
  const piece = fc.constantFrom(
    '--b',
    '--b--',
    '--c',
    '\r\n',
    '\n',
    '\r\n\r\n',
    'x',
    'Content-Type: multipart/mixed; boundary=c',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const raw = Buffer.concat([
        message([['Content-Type', 'multipart/mixed; boundary=b']], ''),
        Buffer.from(pieces.join('')),
      ])
      const check = (part: MimePart) => {
        expect(part.start).toBeLessThanOrEqual(part.end)
        expect(part.end).toBeLessThanOrEqual(raw.length)
        part.children.forEach(check)
      }
      check(scanStructure(raw).root)
    }),
  )
})
