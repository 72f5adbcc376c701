import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '../../lib/db/client'
import { SANITIZER } from '../../lib/domain/messages/load-body'
import { pageHeaders } from '../../lib/http/page-headers'
import { createTestDatabase, type TestDatabase } from '../database'
import { hostileBodies } from './hostile-bodies'
import { makeRows } from './mailbox-rows'
import { makePerson, setWebEnvironment, type TestPerson } from './people'
import { serveRoutes } from './serve-routes'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
// what a mail server would answer
vi.mock('../../lib/domain/messages/open-inline-part', () => ({
  openInlinePart: async (_user: string, _message: string, position: number) => ({
    name: 'x',
    type: 'image/png',
    size: -1,
    stream: (async function* () {
      yield position === 0 ? PNG : Buffer.from('<script>parent.pwned=1</script>')
    })(),
  }),
}))

let database: TestDatabase
let alice: TestPerson
let messageId: string
let browser: Browser
let page: Page
let ours: Awaited<ReturnType<typeof serveRoutes>>
let canary: http.Server
let canaryUrl: string
const leaks: string[] = []
const CONTROLS = ['script', 'image error', 'image', 'style import', 'font', 'media']

beforeAll(async () => {
  setWebEnvironment()
  database = await createTestDatabase()
  canary = http.createServer((request, response) => {
    leaks.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  canaryUrl = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`
  ours = await serveRoutes(pageAround)
  process.env.PORT = String(new URL(ours.origin).port)
  alice = await makePerson('alice@example.org', ours.origin)
  messageId = (await makeRows(alice.userId, alice.email)).messages
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
})
afterAll(async () => {
  await browser?.close()
  await ours?.close()
  canary?.close()
  await database?.drop()
})
beforeEach(async () => {
  leaks.length = 0
  await page?.context().close()
  const context = await browser.newContext()
  const [name = '', value = ''] = alice.cookie.split('=')
  await context.addCookies([{ name, value, url: ours.origin, httpOnly: true, sameSite: 'Lax' }])
  page = await context.newPage()
})

/** Our page as it is: its policy, and the frame as the message view has it. */
function pageAround(): { body: string; headers: Record<string, string> } {
  const context = { nonce: 'bm9uY2U=', isHttps: false, isDevelopment: false }
  const sandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox'
  const body = `<!doctype html><title>Posthorn</title>
    <iframe title="Message body" src="/message-body/${messageId}" sandbox="${sandbox}"></iframe>`
  return { body, headers: pageHeaders(context) }
}

async function open(html: string) {
  await db().messageBody.update({ where: { messageId }, data: { html, sanitizer: SANITIZER } })
  await page.goto(ours.origin, { waitUntil: 'load' })
  const frame = page.frame({ url: /message-body/ })
  if (!frame) throw new Error('the frame did not open')
  return frame
}

/** Two frames drawn and a moment more: what loads or navigates by itself has begun by then (see the control). */
async function settle(target: Page = page) {
  await target.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))),
  )
}

test('the same bodies without our policy do harm: the traps work', async () => {
  const caught: string[] = []
  for (const [name, html] of hostileBodies(canaryUrl).filter(([name]) => CONTROLS.includes(name))) {
    leaks.length = 0
    await page.setContent(html)
    await settle()
    if (leaks.length > 0) caught.push(name)
  }
  expect(caught).toEqual(CONTROLS)
})

describe('a hostile message, not sanitized at all', () => {
  test('runs nothing, loads nothing, goes nowhere', async () => {
    for (const [name, html] of hostileBodies(canaryUrl)) {
      await open(`<p id=here>Hello</p>${html}`)
      await settle()
      expect(leaks, name).toEqual([])
      expect(await page.evaluate(() => Reflect.get(window, 'pwned')), name).toBeUndefined()
      expect(page.url(), name).toBe(`${ours.origin}/`)
      const inside = await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.URL)
      expect(inside, name).toBe(`${ours.origin}/message-body/${messageId}`)
      expect(
        ours.requested.filter((url) => !/^\/(message-body\/|favicon.ico$|$)/.test(url)),
        name,
      ).toEqual([])
    }
  })

  test('opens links outside, with no way back', async () => {
    const frame = await open(`<a id=a target=_blank rel=opener href="${canaryUrl}/linked">link</a>`)
    const [popup] = await Promise.all([page.waitForEvent('popup'), frame.click('#a')])
    expect(await popup.evaluate(() => window.opener)).toBeNull()
  })

  test('cannot take the place of our page', async () => {
    const frame = await open(`<a id=a target=_top href="${canaryUrl}/top">link</a>`)
    await frame.click('#a')
    await settle()
    expect(page.url()).toBe(`${ours.origin}/`)
  })
})

describe('a message body', () => {
  test('can be measured by our page', async () => {
    await open('<div style="height:1234px">tall</div>')
    const height = await page.evaluate(
      () => document.querySelector('iframe')?.contentDocument?.documentElement.scrollHeight,
    )
    expect(height).toBeGreaterThan(1234)
    expect(height).toBeLessThan(1300)
  })

  test('shows its inline images, and as an image only what is one', async () => {
    const at = (position: number) => `/message-body/${messageId}/inline/${position}`
    const frame = await open(`<img id=good src="${at(0)}"><img id=bad src="${at(1)}">`)
    const width = (id: string) => frame.$eval(id, (image) => (image as HTMLImageElement).naturalWidth)
    expect(await width('#good')).toBe(1)
    expect(await width('#bad')).toBe(0)
  })

  test('is no page of its own', async () => {
    const response = await page.goto(`${ours.origin}/message-body/${messageId}`)
    expect(response?.status()).toBe(403)
  })
})
