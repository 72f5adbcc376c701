import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { parseMessage } from '../parse-message'
import { parseSummaryHeaders } from '../parse-summary-headers'
import { mimePool } from '../worker/mime-pool'
import { buildMessage, type OutgoingContent } from './build-message'
import { HeaderSyntaxError } from './header-values'

afterAll(() => mimePool().close())

const content = (more: Partial<OutgoingContent>): OutgoingContent => ({
  from: { name: 'Alice', address: 'alice@a.example' },
  to: [{ name: '', address: 'bob@b.example' }],
  cc: [],
  subject: 'Hello',
  text: 'Hi Bob',
  attachments: [],
  messageId: '1.x@a.example',
  date: new Date('2024-03-05T08:12:00Z'),
  ...more,
})

async function build(more: Partial<OutgoingContent>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of buildMessage(content(more))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const problemOf = (more: Partial<OutgoingContent>) =>
  build(more).then(
    () => null,
    (error: unknown) =>
      error instanceof HeaderSyntaxError ? `${error.field} ${error.problem}` : String(error),
  )

describe('buildMessage', () => {
  test('is read back as it was written', async () => {
    const raw = await build({
      from: { name: '김민수, 팀장', address: 'kim@a.example' },
      cc: [{ name: 'Zoë "Z" O\'Neil', address: 'zoe@c.example' }],
      replyTo: [{ name: '', address: 'list@a.example' }],
      subject: '회의록 – “최종” 아주 긴 제목이 여러 줄로 나뉘어도 그대로 돌아와야 한다는 시험',
      text: 'Grüße\n\n.\nFrom here\n',
      html: '<p>Grüße <img src="cid:pic@a"></p>',
      attachments: [
        { name: '보고서 (최종).pdf', type: 'application/pdf', content: Buffer.from('%PDF-') },
        { name: 'pic.png', type: 'image/png', content: Buffer.from('png'), contentId: 'pic@a' },
      ],
      inReplyTo: '0@b.example',
      references: ['r@b.example', '0@b.example'],
      posthornId: 'out-1',
    })
    expect(parseSummaryHeaders(raw)).toMatchObject({
      from: [{ name: '김민수, 팀장', address: 'kim@a.example' }],
      cc: [{ name: 'Zoë "Z" O\'Neil', address: 'zoe@c.example' }],
      replyTo: [{ name: '', address: 'list@a.example' }],
      subject: '회의록 – “최종” 아주 긴 제목이 여러 줄로 나뉘어도 그대로 돌아와야 한다는 시험',
      messageId: '1.x@a.example',
      inReplyTo: '0@b.example',
      references: ['r@b.example', '0@b.example'],
      date: new Date('2024-03-05T08:12:00Z'),
    })
    const parsed = await parseMessage(raw, { inlineUrl: '/i/' })
    expect(parsed.text.trimEnd()).toBe('Grüße\n\n.\nFrom here')
    expect(parsed.html?.trim()).toBe('<p>Grüße <img src="/i/0" /></p>')
    expect(parsed.attachments.map((one) => [one.name, one.inline])).toEqual([
      ['pic.png', true],
      ['보고서 (최종).pdf', false],
    ])
    expect(parsed.headers.filter((header) => /posthorn|mailer|agent/i.test(header.name))).toEqual([
      { name: 'X-Posthorn-ID', value: 'out-1' },
    ])
  })

  test('is 7-bit, with CRLF and short lines only', async () => {
    const raw = (
      await build({ text: `é${'x'.repeat(3000)}\rlone\ncr`, html: `<p>${'ü'.repeat(2000)}</p>` })
    ).toString('latin1')
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  })

  test('only HTML: the text part is made from it', async () => {
    const raw = await build({ text: '', html: '<p>Hello <b>you</b></p><ul><li>one</ul>' })
    const parsed = await parseMessage(raw)
    expect([parsed.text, parsed.html?.trim()]).toEqual([
      'Hello you\n\n- one',
      '<p>Hello <b>you</b></p><ul><li>one</li></ul>',
    ])
  })

  test('streams are read, and a message inside keeps its bytes', async () => {
    async function* stream() {
      yield Buffer.from('Subject: inner\r\n')
      yield Buffer.from('\r\nbody')
    }
    const raw = await build({ attachments: [{ name: 'm.eml', type: 'message/rfc822', content: stream() }] })
    expect(raw.toString()).toContain('Subject: inner\r\n\r\nbody')
  })

  test.each<[string, Partial<OutgoingContent>]>([
    ['subject control-character', { subject: 'x\r\nBcc: e@x.example' }],
    ['subject control-character', { subject: 'x\u0000' }],
    ['from control-character', { from: { name: 'x\nBcc: e@x.example', address: 'a@a.example' } }],
    ['to.0 control-character', { to: [{ name: '', address: 'b@x.test>\r\nRCPT TO:<evil@x.test' }] }],
    ['to.0 quoted-local-part', { to: [{ name: '', address: '"e@attacker.com"@victim.com' }] }],
    ['messageId bad-message-id', { messageId: 'a b' }],
    ['inReplyTo control-character', { inReplyTo: 'a\r\nX: y' }],
    ['references.1 bad-message-id', { references: ['a@b', 'a> <b'] }],
    [
      'attachments.0.name control-character',
      { attachments: [{ name: 'a\r\nX: y', type: 'a/b', content: Buffer.of() }] },
    ],
    ['posthornId control-character', { posthornId: 'a\nb' }],
  ])('refuses: %s', async (problem, more) => {
    expect(await problemOf(more)).toBe(problem)
  })

  test('a value that is no text is refused, whatever JSON brought it', async () => {
    const prepared = { prepared: true, value: 'x\r\nBcc: e@x.example' } as unknown as string
    expect(await problemOf({ subject: prepared })).toBe('subject not-text')
  })

  test('a hostile media type is sent as bytes', async () => {
    const attachments = [{ name: 'x', type: 'text/html\r\nX: y', content: Buffer.from('x') }]
    expect((await build({ attachments })).toString()).toContain(
      'Content-Type: application/octet-stream; name=x',
    )
  })

  test('any subject and text come back', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 100 })
      .filter((text) => !/\p{Cc}|\p{Cs}|=\?/u.test(text))
    await fc.assert(
      fc.asyncProperty(line, line, async (subject, text) => {
        const raw = await build({ subject, text })
        expect(parseSummaryHeaders(raw).subject).toBe(subject.replace(/\s+/g, ' ').trim())
        expect((await parseMessage(raw)).text.trimEnd()).toBe(text.trimEnd())
      }),
      { numRuns: 50 },
    )
  })
})
