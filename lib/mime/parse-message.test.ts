import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, describe, expect, test } from 'vitest'
import * as hostile from '../../test/messages/hostile'
import {
  entity,
  filePart,
  message,
  multipart,
  multipartMessage,
  textPart,
} from '../../test/messages/multipart'
import { extractAttachment, parseMessage, sanitizeOutgoingHtml } from './parse-message'
import { mimePool } from './worker/mime-pool'

afterAll(() => mimePool().close())

const codes = (message: { notices: { code: string }[] }) => message.notices.map((notice) => notice.code)

describe('a usual message', () => {
  test('text, HTML with an inline image, and attachments with their IMAP sections', async () => {
    const raw = multipartMessage('mixed', [
      multipart('alternative', [
        textPart('Hello ☃'),
        multipart('related', [
          textPart('<p>Hello <img src="cid:pic@a"></p>', 'text/html; charset=utf-8'),
          filePart('pic.png', 'image/png', 'png', [['Content-ID', '<pic@a>']]),
        ]),
      ]),
      filePart('a.pdf', 'application/pdf', '%PDF-'),
      entity([['Content-Type', 'message/rfc822']], message([], 'inner').toString('latin1')),
    ])
    const parsed = await parseMessage(raw, { inlineUrl: '/message-body/m/inline/' })
    expect(parsed.text).toBe('Hello ☃')
    expect(parsed.html).toBe('<p>Hello <img src="/message-body/m/inline/0" /></p>')
    expect(parsed.attachments).toMatchObject([
      { position: 0, name: 'pic.png', section: '1.2.2', inline: true, contentId: 'pic@a', size: 3 },
      {
        position: 1,
        name: 'a.pdf',
        section: '2',
        inline: false,
        type: 'application/pdf',
        encoding: 'base64',
      },
      { position: 2, name: 'Test.eml', section: '3', type: 'message/rfc822' },
    ])
    expect(parsed.notices).toEqual([])
    expect(parsed.headers).toContainEqual({ name: 'Subject', value: 'Test' })
    const file = await extractAttachment(raw, 1)
    expect(new TextDecoder().decode(file?.content)).toBe('%PDF-')
    expect(await extractAttachment(raw, 9)).toBeNull()
  })

  test('remote images are left out, counted and named; the rest of the page stays', async () => {
    const parsed = await parseMessage(
      hostile.html(
        '<p>Hi</p><img src="https://t.example/p.gif" alt="Logo"><img src="//u.example/x" width="9">',
      ),
    )
    expect(parsed.html).toBe('<p>Hi</p><img alt="Logo" /><img width="9" />')
    expect(parsed.notices).toEqual([{ code: 'remote-images', detail: '2 t.example, u.example' }])
  })

  test('a plain footer of a list joins the HTML as text, never as markup', async () => {
    const parsed = await parseMessage(
      multipartMessage('mixed', [textPart('<p>Hi</p>', 'text/html'), textPart('<b>footer</b>\n-- \nlist')]),
    )
    expect(parsed.html).toContain('&lt;b&gt;footer&lt;/b&gt;')
    expect(parsed.text).toContain('Hi\n<b>footer</b>')
  })

  test('only the topmost verdict is read', async () => {
    const parsed = await parseMessage(
      message(
        [
          ['Authentication-Results', 'mx.b.example; spf=fail smtp.mailfrom=evil.example'],
          ['Authentication-Results', 'mx.b.example; spf=pass smtp.mailfrom=bank.example'],
        ],
        'x',
      ),
    )
    expect(parsed.authentication).toEqual({
      server: 'mx.b.example',
      verdicts: [{ method: 'spf', result: 'fail', domain: 'evil.example' }],
    })
  })

  test('what the composer sends keeps its form and loses what runs', async () => {
    expect(await sanitizeOutgoingHtml('<p onclick="x()">Hi <script>x</script><img src="cid:a"></p>')).toBe(
      '<p>Hi <img src="cid:a" /></p>',
    )
  })
})

describe('hostile messages are shown as far as possible, with a notice', () => {
  test.each<[string, () => Uint8Array, string[], string]>([
    ['no headers', hostile.noHeaders, ['no-headers'], 'just text'],
    ['no body', hostile.noBody, ['no-body'], ''],
    ['nothing at all', hostile.empty, ['no-headers', 'no-body'], ''],
    ['a charset nobody knows', hostile.brokenCharset, ['charset-unknown'], 'Grüße'],
    ['names of object properties', hostile.prototypeHeaders, [], 'body'],
    ['NUL bytes and half characters', hostile.nulBytes, [], 'three'],
    ['64 levels', () => hostile.nested(64), [], 'deep down'],
    ['300 levels', () => hostile.nested(300), ['too-deep'], 'on top'],
    ['1,200 attachments', () => hostile.manyParts(1200), ['too-many-parts'], 'Hello'],
    ['a million parts', hostile.millionEmptyParts, ['too-many-parts'], ''],
    ['a hundred thousand addresses', hostile.hundredThousandAddresses, ['too-many-headers'], ''],
    ['5,000 headers', hostile.manyHeaders, ['too-many-headers'], ''],
    ['quotes and comments that never close', hostile.unclosedEverything, [], ''],
    ['encrypted', hostile.encrypted, ['encrypted'], ''],
    ['1 MB of nested divs', hostile.nestedDivs, ['html-cut'], 'end'],
    ['mis-nested tags', hostile.misnested, ['html-cut'], 'x'],
    ['60,000 elements', hostile.manyRecords, ['html-cut'], 'x'],
    ['3 MB of HTML', hostile.bigHtml, ['html-too-large'], 'word'],
  ])('%s', async (_, make, expected, text) => {
    const parsed = await parseMessage(make())
    expect(codes(parsed)).toEqual(expected)
    expect(parsed.text).toContain(text)
    expect(JSON.stringify(parsed)).not.toContain('\\u0000')
    expect(parsed.text.isWellFormed()).toBe(true)
  })

  test('a thousand attachments are all there', async () => {
    const parsed = await parseMessage(hostile.manyParts(1000))
    expect([parsed.attachments.length, parsed.notices]).toEqual([1000, []])
  })

  test('the event loop goes on while a million parts are read', async () => {
    const raw = hostile.millionEmptyParts()
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    await Promise.all([parseMessage(raw), parseMessage(raw), parseMessage(hostile.nestedDivs())])
    delay.disable()
    expect(delay.max / 1e6).toBeLessThan(500)
  })

  test('HTML that nobody may see leaves nothing behind', async () => {
    const parsed = await parseMessage(
      hostile.html(
        '<style>@import "//x.example"</style><svg><animate onbegin=x></svg><form action="//x.example"><input>' +
          '<a href="javascript:x" style="background:url(//x.example)">y</a><noembed><img src=x onerror=x></noembed>',
      ),
    )
    expect(parsed.html).toBe('<a>y</a>')
    expect(codes(parsed)).toEqual(['deceptive-links', 'forms-removed'])
  })
})
