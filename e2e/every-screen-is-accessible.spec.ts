import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { StartedPosthorn } from '../test/posthorn'
import { row, send, signIn, write } from './persons'
import { startDemoApp } from './start-app'

// Every screen against WCAG 2.2 AA as far as a machine can judge: wide and on a phone, light and dark.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let app: StartedPosthorn
let page: Page

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  app = await startDemoApp()
  ;({ page } = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn'))
})

test.afterAll(() => app?.remove())

test('sign-in', async ({ browser }) => {
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`${app.url}/sign-in`)
  await expect(guest.getByRole('button', { name: 'Try as Alice' })).toBeVisible()
  await expectAccessible(guest)
  await guest.context().close()
})

test('a list of mail, and an empty one', async () => {
  await expect(row(page, /Map for the spring/)).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${app.url}/mail/search?q=nothingislikethis`)
  await expect(page.getByText(/Nothing found/)).toBeVisible()
  await expectAccessible(page)
})

test('conversations: several messages with files, and a newsletter with a notice', async () => {
  for (const name of [/Map for the spring/, /The Slow Coast/]) {
    await page.goto(`${app.url}/mail`)
    await row(page, name).click()
    await expect(page.getByRole('article').last()).toBeVisible()
    await expectAccessible(page)
  }
})

test('the composer, with a wrong address and what it says about it', async () => {
  const composer = await write(page, 'bob@bob.localhost', 'For every eye', 'The map is attached.')
  const to = composer.getByRole('textbox', { name: 'To', exact: true })
  await to.fill('bob builder')
  await to.press('Enter')
  await composer.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(composer.getByText('Correct the marked address first.')).toBeVisible()
  await expectAccessible(page)
  await to.press('Backspace')
  await to.fill('')
  await send(composer)
})

test('the outbox, and a message in it with its SMTP dialogue', async () => {
  await page.goto(`${app.url}/outbox`)
  await expectAccessible(page)
  await page.getByRole('link', { name: /For every eye/ }).click()
  const item = page.getByRole('article', { name: 'For every eye' })
  await expect(item.getByRole('status')).toHaveText('Sent', { timeout: 60_000 })
  await item
    .getByText(/SMTP dialogue/)
    .last()
    .click()
  await expectAccessible(page)
})

test('settings', async () => {
  await page.goto(`${app.url}/settings`)
  await expect(page.getByText('Chrome on Linux').first()).toBeVisible()
  await expectAccessible(page)
})

test('a page that does not exist', async () => {
  await page.goto(`${app.url}/nowhere`)
  await expectAccessible(page)
})

/** Four looks at what is on screen. A message's own document is its sender's, so the frame is left out. */
async function expectAccessible(screen: Page): Promise<void> {
  for (const viewport of [PHONE, WIDE])
    for (const colorScheme of ['light', 'dark'] as const) {
      await screen.setViewportSize(viewport)
      await screen.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { violations } = await new AxeBuilder({ page: screen })
        .withTags(RULES)
        .exclude('iframe')
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      expect(found, `${viewport.width} px, ${colorScheme}`).toEqual([])
    }
}
