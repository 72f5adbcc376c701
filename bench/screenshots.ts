// The pictures of the documentation: the demo as a newcomer meets it. Written to docs/screenshots.
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { startPosthorn } from '../test/posthorn'
import { withBrowser } from './lab/browser'
import { type Measure, progress } from './lab/measure'

const FOLDER = path.join(import.meta.dirname, '../docs/screenshots')
const MAX_KIB = 250
const CONVERSATION = /Map for the spring issue/

const wide = { width: 1440, height: 900 }
const middle = { width: 1024, height: 768 }
const phone = { width: 390, height: 844 }

type Look = { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark' }
type Picture = Look & { name: string; pose: (page: Page) => Promise<void> }

const pictures: Picture[] = [
  { name: 'mail-wide-light', viewport: wide, colorScheme: 'light', pose: openConversation },
  { name: 'mail-wide-dark', viewport: wide, colorScheme: 'dark', pose: openConversation },
  { name: 'mail-middle-light', viewport: middle, colorScheme: 'light', pose: openConversation },
  { name: 'composer-light', viewport: wide, colorScheme: 'light', pose: writeLetter },
  { name: 'outbox-light', viewport: wide, colorScheme: 'light', pose: openOutbox },
  { name: 'phone-list-dark', viewport: phone, colorScheme: 'dark', pose: showList },
  { name: 'phone-message-light', viewport: phone, colorScheme: 'light', pose: openConversation },
]

/** Takes every picture; the numbers are their sizes. */
export async function run(): Promise<Measure[]> {
  fs.mkdirSync(FOLDER, { recursive: true })
  const posthorn = await startPosthorn({ env: { LOG_LEVEL: 'warn' } })
  try {
    return await withBrowser(async (browser) => {
      const measures: Measure[] = []
      for (const picture of pictures) measures.push(await take(browser, posthorn.url, picture))
      return measures
    })
  } finally {
    await posthorn.remove()
  }
}

async function take(browser: Browser, url: string, picture: Picture): Promise<Measure> {
  const { viewport, colorScheme, name, pose } = picture
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    colorScheme,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Try as Alice' }).click()
  await row(page, CONVERSATION).waitFor()
  await pose(page)
  await page.mouse.move(0, 0)
  await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => undefined)
  const file = path.join(FOLDER, `${name}.png`)
  const { length } = await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
  await context.close()
  progress(`${name}: ${length} bytes`)
  return { label: `${name}.png`, unit: 'KiB', values: [length / 1024], target: MAX_KIB }
}

const row = (page: Page, name: RegExp) => page.getByRole('row', { name }).first()

async function showList(page: Page): Promise<void> {
  await row(page, /The tide table/).waitFor()
}

async function openConversation(page: Page): Promise<void> {
  await row(page, CONVERSATION).click()
  await page.getByRole('article').last().waitFor()
  await page.getByText('the northern lighthouse moved').last().waitFor()
}

async function writeLetter(page: Page): Promise<void> {
  await openConversation(page)
  await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  const composer = page.getByRole('dialog', { name: 'New message' })
  await composer.getByRole('textbox', { name: 'Message body' }).click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('The harbour library keeps the survey of 1911. I go there on Tuesday.')
  await composer.getByText(/^Saved /).waitFor()
}

/** One message that the next server takes and, beside it, the whole way it went. */
async function openOutbox(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Compose' }).first().click()
  const composer = page.getByRole('dialog', { name: 'New message' })
  await composer.getByRole('textbox', { name: 'To', exact: true }).fill('Bob Hartmann <bob@bob.localhost>')
  await composer.getByRole('textbox', { name: 'Subject' }).fill('Proofs of the spring issue')
  await composer.getByRole('textbox', { name: 'Message body' }).click()
  await page.keyboard.insertText('Dear Bob, here are the proofs.')
  await composer.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('link', { name: 'Outbox' }).first().click()
  await page.getByRole('link', { name: /Proofs of the spring issue/ }).click()
  await page.getByText('Copy stored in Sent').waitFor({ timeout: 60_000 })
  await page.getByText(/SMTP dialogue/).click()
}
