import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import type { StartedPosthorn } from '../test/posthorn'
import { type Person, row, signIn } from './persons'
import { startDemoApp } from './start-app'

let app: StartedPosthorn
let alice: Person
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  app = await startDemoApp()
  alice = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn')
  page = alice.page
  await expect(row(page, /ferry that waits/)).toBeVisible()
})

test.afterAll(async () => {
  await alice?.close()
  await app?.remove()
})

const toolbar = () => page.getByRole('toolbar', { name: 'Conversation' })

test('opening a message shows it, marks it as read, and survives a reload', async () => {
  await expect(row(page, /^Unread, .*ferry that waits/)).toBeVisible()
  await row(page, /ferry that waits/).click()
  await expect(page.getByRole('article', { name: /ferry that waits/ })).toBeVisible()
  const body = page.frameLocator('iframe[title="Message body"]')
  await expect(body.getByText('The ferry that waits').first()).toBeVisible()
  await expect(row(page, /^Unread, .*ferry that waits/)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('article', { name: /ferry that waits/ })).toBeVisible()
  await page.goBack()
})

test('a plain-text body stands in a frame as tall as its words, with its history folded', async () => {
  await row(page, /Quote: Tidewater 14/).click()
  const frame = page.locator('iframe[title="Message body"]').first()
  const body = frame.contentFrame()
  await expect(body.getByText('a proof sheet leaves our house')).toBeVisible()
  const [shown, content] = await Promise.all([
    frame.evaluate((element) => element.clientHeight),
    body.locator('body').evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return range.getBoundingClientRect().height
    }),
  ])
  expect(shown - content).toBeGreaterThanOrEqual(0)
  expect(shown - content).toBeLessThan(24)
  await expect(body.getByText('Driftwood it is')).toBeHidden()
  await body.getByRole('button', { name: 'Show quoted text' }).click()
  await expect(body.getByText('Driftwood it is')).toBeVisible()
  await expect.poll(() => frame.evaluate((element) => element.clientHeight)).toBeGreaterThan(shown)
})

test('keys move, open and close, and the focus stays in the list', async () => {
  await row(page, /ferry that waits/).click()
  const article = page.getByRole('article').last()
  await expect(article).toBeVisible()
  const before = page.url()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(before)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(before)
  await page.keyboard.press('u')
  await expect(page.getByText('Choose a conversation to read it here.')).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Messages' })).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('archiving takes the row away at once, and Undo brings it back', async () => {
  const scan = row(page, /Scan 0047/)
  await scan.click()
  await toolbar().getByRole('button', { name: 'Archive' }).click()
  await expect(scan).toBeHidden()
  const done = page.getByRole('status').filter({ hasText: 'Conversation archived' })
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect(scan).toBeVisible()
})

test('what is marked as unread by hand stays unread while it is open', async () => {
  await row(page, /Kwame Adjei/).click()
  await expect(row(page, /^Unread, Kwame Adjei/)).toBeHidden()
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/messages/flags'))
  await toolbar().getByRole('button', { name: 'Mark as unread' }).click()
  expect((await answered).status()).toBe(200)
  await page.goto(`${app.url}/mail`)
  await expect(row(page, /^Unread, Kwame Adjei/)).toBeVisible()
})

test('several rows are selected with the mouse and acted on together', async () => {
  const rows = page.getByRole('row')
  await rows.nth(1).click({ modifiers: ['Control'] })
  await rows.nth(3).click({ modifiers: ['Shift'] })
  const bar = page.getByRole('toolbar', { name: '3 selected' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar).toBeHidden()
})

test('a search shows hits of all folders with their folder, and Escape leaves it', async () => {
  await page.keyboard.press('/')
  await page.getByRole('searchbox', { name: 'Search mail' }).fill('ferry')
  await expect(row(page, /in Sent/)).toBeVisible()
  await expect(row(page, /in Inbox/)).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search mail' }).press('Escape')
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
})

test('a phone shows one pane at a time', async () => {
  await page.setViewportSize({ width: 390, height: 844 })
  await row(page, /Scan 0047/).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Messages' })).toBeHidden()
  await toolbar().getByRole('button', { name: 'Back to list' }).click()
  await expect(page.getByRole('grid', { name: 'Messages' })).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 900 })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing on the screen is out of reach in the ${colorScheme} (axe)`, async () => {
    await page.emulateMedia({ colorScheme })
    await row(page, /Map for the spring/).click()
    await expect(page.getByRole('article').last()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`),
    ).toEqual([])
  })
}
