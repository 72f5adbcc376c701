import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { parseSummaryHeaders } from './parse-summary-headers'

const read = (header: string | Buffer) =>
  parseSummaryHeaders(typeof header === 'string' ? Buffer.from(header, 'utf8') : header)

describe('parseSummaryHeaders', () => {
  test('reads what a list shows', () => {
    const header =
      'Message-ID: <m@a.example>\r\nIn-Reply-To: <p@a.example>\r\nReferences: <o@a.example>\r\n <p@a.example>\r\n' +
      'From: =?utf-8?B?6rmA66+87IiY?= <kim@a.example>\r\nTo: "Roe, Jane" <jane@b.example>, bob@b.example\r\n' +
      'Cc: Team: a@t.example, b@t.example;\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n' +
      'Date: Tue, 5 Mar 2024 09:12:00 +0100\r\nReply-To: list@a.example\r\n\r\n'
    expect(read(header)).toEqual({
      messageId: 'm@a.example',
      inReplyTo: 'p@a.example',
      references: ['o@a.example', 'p@a.example'],
      subject: 'Grüße',
      from: [{ name: '김민수', address: 'kim@a.example' }],
      to: [
        { name: 'Roe, Jane', address: 'jane@b.example' },
        { name: '', address: 'bob@b.example' },
      ],
      cc: [
        { name: '', address: 'a@t.example' },
        { name: '', address: 'b@t.example' },
      ],
      bcc: [],
      replyTo: [{ name: '', address: 'list@a.example' }],
      date: new Date('2024-03-05T08:12:00Z'),
    })
  })

  test('nothing gives nothing', () => {
    const nothing = { messageId: '', inReplyTo: '', references: [], subject: '', date: null }
    expect(read('')).toMatchObject(nothing)
    expect(read('\r\n\r\n')).toMatchObject(nothing)
    expect(read('no colon here\r\n: no name\r\n__proto__: x\r\nconstructor: y')).toMatchObject(nothing)
  })

  test('of a doubled field the first wins', () => {
    expect(read('Subject: one\r\nSubject: two\r\nFrom: a@a.example\r\nFrom: b@b.example').subject).toBe('one')
    expect(read('From: a@a.example\r\nFrom: b@b.example').from).toEqual([
      { name: '', address: 'a@a.example' },
    ])
  })

  test.each([
    ['utf-8', '안녕하세요 Grüße'],
    ['cp949', '안녕하세요 여러분'],
    ['windows-1252', 'Grüße – “quoted” €'],
  ])('raw 8-bit %s', (charset, subject) => {
    expect(read(iconv.encode(`Subject: ${subject}\r\n`, charset)).subject).toBe(subject)
  })

  test.each([
    ['=?utf-8?Q?a_b?= =?utf-8?Q?c?=', 'a bc'],
    ['=?utf-8?Q?a?==?utf-8?Q?b?=', 'ab'],
    ['=?utf-8?B?7JWI64U=?= =?utf-8?B?lQ==?=', '안녕'],
    ['=?utf-8?B?7JWI64WV?= =?euc-kr?B?vsiz5w==?=', '안녕안녕'],
    ['=?utf-8?Q?spaces in it?=', 'spaces in it'],
    ['=?utf-8?Q?what??=', 'what?'],
    ['=?UTF-8*en?q?lang?=', 'lang'],
    ['=?windows-1252?Q?=80_=96?=', '€ –'],
    ['=?iso-2022-jp?B?GyRCJUclIyVsGyhC?= =?iso-2022-jp?B?GyRCJS8lSCVqGyhC?=', 'ディレクトリ'],
    ['=?x-unknown?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?X?abc?=', '=?X?abc?='.replace('=?X', '=?utf-8?X')],
    ['=?utf-8?Q?unclosed', '=?utf-8?Q?unclosed'],
    ['=?utf-8?Q?=0D=0ABcc:_x?=', 'Bcc: x'],
    ['=?utf-8?Q??=', ''],
    ['a\x00b', 'a b'],
    ['1 + 1 =? 2', '1 + 1 =? 2'],
  ])('encoded words %j', (value, subject) => {
    expect(read(`Subject: ${value}\r\n`).subject).toBe(subject)
  })

  test('an address that appears only after decoding is a name', () => {
    expect(read('From: =?utf-8?Q?service=40bank.example?= <x@evil.example>').from).toEqual([
      { name: 'service@bank.example', address: 'x@evil.example' },
    ])
    expect(read('From: "a@bank.example <a@bank.example>" <x@evil.example>').from[0]?.address).toBe(
      'x@evil.example',
    )
    expect(read('From: x@y.example (Comment (nested))').from[0]?.address).toBe('x@y.example')
  })

  test('any bytes give strings that the database takes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const found = read(
          Buffer.concat([Buffer.from('Subject: =?utf-8?Q?'), bytes, Buffer.from('?=\r\nFrom: '), bytes]),
        )
        const all = JSON.stringify(found)
        expect(all).not.toContain('\\u0000')
        expect(all).not.toMatch(/\\ud[89a-f]/)
      }),
    )
  })

  test.each([
    ['From: ', '"User" <u@x.example>,\r\n ', ''],
    ['To: ', '(', ''],
    ['To: ', '"', ''],
    ['Cc: ', 'a:', ''],
    ['Cc: ', '<', ''],
    ['Subject: ', '=?utf-8?Q?', '?='],
    ['Subject: ', ' ', 'x'],
    ['References: ', '<a', ''],
    ['Date: ', 'Mon, ', ''],
    ['X: ', '\r\n ', ''],
  ])('%s%j for ever takes no time', (name, unit, end) => {
    const header = Buffer.from(name + unit.repeat(100_000) + end)
    const before = performance.now()
    parseSummaryHeaders(header)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
