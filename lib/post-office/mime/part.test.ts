import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPart, type Part, parseMessage } from './part'

const crlf = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const body = (raw: Buffer, part: Part | null) => part && raw.toString('utf8', part.bodyStart, part.end)

const nested = crlf(
  ...['Content-Type: multipart/mixed; boundary="outer"', '', 'preamble', '--outer'],
  ...['Content-Type: multipart/alternative; boundary=inner', '', '--inner', '', 'plain', '--inner'],
  ...['Content-Type: text/html', '', '<p>', '--inner--', '--outer', 'Content-Type: message/rfc822', ''],
  ...['Content-Type: multipart/mixed; boundary=deep', '', '--deep', '', 'deep', '--deep--', '--outer--', ''],
)

describe('a message', () => {
  test('is numbered as IMAP counts', () => {
    const message = parseMessage(nested)
    expect(body(nested, findPart(message, [1, 1]))).toBe('plain')
    expect(body(nested, findPart(message, [1, 2]))).toBe('<p>')
    expect(body(nested, findPart(message, [2, 1]))).toBe('deep')
    expect(findPart(message, [3])).toBeNull()
    expect(findPart(message, [1, 2, 1])).not.toBeNull()
  })

  test('without parts is its own part 1', () => {
    const raw = crlf('Subject: x', '', 'text')
    expect(body(raw, findPart(parseMessage(raw), [1]))).toBe('text')
    expect(findPart(parseMessage(raw), [2])).toBeNull()
  })

  test('with 1,000 levels or 10,000 parts is read in bounds', () => {
    const deep = Array.from(
      { length: 1000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    )
    expect(parseMessage(Buffer.from(deep.join(''))).children).toHaveLength(1)
    const wide = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}--b--`
    expect(parseMessage(Buffer.from(wide)).children.length).toBeLessThanOrEqual(2_000)
  })

  test('never throws and never leaves its bytes', () => {
    const piece = fc.constantFrom(
      '--b',
      '--b--',
      '\r\n',
      '\n',
      'Content-Type: multipart/mixed; boundary=b',
      ':',
      ' ',
      'a',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const raw = Buffer.from(pieces.join(''))
        const check = (part: Part, start: number, end: number) => {
          expect(
            part.start >= start &&
              part.bodyStart >= part.start &&
              part.end >= part.bodyStart &&
              part.end <= end,
          ).toBe(true)
          for (const child of part.children) check(child, part.bodyStart, part.end)
        }
        check(parseMessage(raw), 0, raw.length)
      }),
    )
  })
})
