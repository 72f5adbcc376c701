// What a person does in every browser test, in their words.
import { type Browser, expect, type Locator, type Page } from '@playwright/test'

export type Person = { page: Page; close(): Promise<void> }

/** A browser of one's own, signed in, with the inbox in sight. */
export async function signIn(
  browser: Browser,
  url: string,
  email: string,
  password: string,
): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.getByRole('textbox', { name: 'Email address' }).fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('navigation', { name: 'Folders' })).toBeVisible()
  return { page, close: () => context.close() }
}

/** Opens the composer and fills it; nothing is sent yet. */
export async function write(page: Page, to: string, subject: string, body: string): Promise<Locator> {
  const composer = page.getByRole('dialog', { name: 'New message' })
  // the server draws the button before the page's script is there to hear a click
  await expect(async () => {
    await page.getByRole('button', { name: 'Compose' }).first().click()
    await expect(composer).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await composer.getByRole('textbox', { name: 'To', exact: true }).fill(to)
  await composer.getByRole('textbox', { name: 'Subject' }).fill(subject)
  const text = composer.getByRole('textbox', { name: 'Message body' })
  await text.click()
  await page.keyboard.insertText(body)
  return composer
}

export async function send(composer: Locator): Promise<void> {
  await composer.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(composer).toBeHidden()
}

/** The row of a message in the open list; its name carries sender, subject and date. */
export function row(page: Page, name: RegExp): Locator {
  return page.getByRole('row', { name }).or(page.getByRole('option', { name })).first()
}

/** What the opened message says, whether it came as text or as HTML. */
export function bodyOf(page: Page, words: string): Locator {
  const inFrame = page.frameLocator('iframe[title="Message body"]').getByText(words)
  return inFrame.first()
}
