import { expect, type Page, test } from '@playwright/test'
import type { StartedPosthorn } from '../test/posthorn'
import { row, send, signIn, write } from './persons'
import { startDemoApp } from './start-app'

let app: StartedPosthorn
let page: Page
let close: () => Promise<void>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000)
  app = await startDemoApp()
  const alice = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn')
  page = alice.page
  close = alice.close
})

test.afterAll(async () => {
  await close?.()
  await app?.remove()
})

const composer = () => page.getByRole('dialog', { name: 'New message' })

test('the sign-in page says that this is a demo, and lets one try', async ({ browser }) => {
  const context = await browser.newContext()
  const visitor = await context.newPage()
  await visitor.goto(app.url)
  await expect(visitor).toHaveURL(/\/sign-in/)
  await expect(visitor.getByText('Two small mail servers run on this machine.')).toBeVisible()
  await visitor.getByRole('button', { name: 'Try as Bob' }).click()
  await expect(visitor.getByRole('navigation', { name: 'Folders' })).toBeVisible()
  await context.close()
})

test('a wrong address and a wrong password are told in the same words', async ({ browser }) => {
  const context = await browser.newContext()
  const visitor = await context.newPage()
  await visitor.goto(`${app.url}/sign-in`)
  for (const [email, password] of [
    ['alice@alice.localhost', 'wrong'],
    ['nobody@alice.localhost', 'posthorn'],
  ] as const) {
    await visitor.getByRole('textbox', { name: 'Email address' }).fill(email)
    await visitor.getByRole('textbox', { name: 'Password' }).fill(password)
    await visitor.getByRole('button', { name: 'Sign in' }).click()
    await expect(visitor.getByRole('alert').filter({ hasText: 'is not right' })).toHaveText(
      'The address or the password is not right.',
    )
  }
  await context.close()
})

test('Tab leads from To to Subject to the body, and every word lands where it was typed', async () => {
  await page.getByRole('button', { name: 'Compose' }).first().click()
  await expect(composer().getByRole('textbox', { name: 'To', exact: true })).toBeFocused()
  await page.keyboard.type('bob@bob.localhost')
  await page.keyboard.press('Tab')
  await expect(composer().getByRole('button', { name: 'Edit bob@bob.localhost' })).toBeVisible()
  await composer().getByRole('textbox', { name: 'Subject' }).focus()
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Tab')
  await page.keyboard.type('No mouse')
  await expect(composer().getByRole('textbox', { name: 'Subject' })).toHaveValue('By keyboard')
  await expect(composer().getByRole('textbox', { name: 'Message body' })).toHaveText('No mouse')
  await discard()
})

test('a draft is saved by itself and is there after a reload', async () => {
  await write(page, 'bob@bob.localhost', 'Unfinished', 'Half a sentence')
  await expect(composer().getByText(/^Saved /)).toBeVisible()
  await page.reload()
  await expect(composer().getByRole('textbox', { name: 'Subject' })).toHaveValue('Unfinished')
  await expect(composer().getByRole('textbox', { name: 'Message body' })).toHaveText('Half a sentence')
  await expect(composer().getByRole('button', { name: 'Edit bob@bob.localhost' })).toBeVisible()
})

test('a wrong address is marked where it stands, and stops the send', async () => {
  const to = composer().getByRole('textbox', { name: 'To', exact: true })
  await to.fill('bob builder')
  await to.press('Enter')
  await expect(composer().getByText('An address has an @')).toBeVisible()
  await composer().getByRole('button', { name: 'Send', exact: true }).click()
  await expect(composer().getByText('Correct the marked address first.')).toBeVisible()
  await to.press('Backspace')
  await expect(to).toHaveValue('bob builder')
  await to.fill('')
  await expect(composer().getByText('Correct the marked address first.')).toBeHidden()
})

test('a file is attached with its size, and undo brings all of it back', async () => {
  await composer()
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.alloc(12_000, 'x') })
  const files = composer().getByRole('list', { name: 'Attachments' })
  await expect(files.getByText('12 kB', { exact: true })).toBeVisible()
  await send(composer())
  await page
    .getByRole('status')
    .filter({ hasText: 'Sending in' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(composer().getByRole('textbox', { name: 'Subject' })).toHaveValue('Unfinished')
  await expect(composer().getByRole('textbox', { name: 'Message body' })).toHaveText('Half a sentence')
  await expect(files.getByText('plan.txt')).toBeVisible()
})

test('what was taken back can be sent again, files and all', async ({ browser }) => {
  await expect(composer().getByText(/^Saved /)).toBeVisible()
  await send(composer())
  const bob = await signIn(browser, app.url, 'bob@bob.localhost', 'posthorn')
  await row(bob.page, /Unfinished/).click({ timeout: 60_000 })
  await expect(bob.page.getByText('plan.txt').first()).toBeVisible()
  await bob.close()
})

test('two tabs write one draft: both versions are kept until one is chosen', async () => {
  await write(page, 'bob@bob.localhost', 'Two minds', 'first')
  await expect(composer().getByText(/^Saved /)).toBeVisible()
  await changeOnServer(page, 'Two minds', 'second')
  await composer().getByRole('textbox', { name: 'Message body' }).click()
  await page.keyboard.insertText(' thoughts')
  await expect(composer().getByText('This draft was also changed somewhere else.')).toBeVisible()
  await composer().getByRole('button', { name: 'Keep both' }).click()
  await expect(composer().getByText(/^Saved /)).toBeVisible()
  const { drafts } = await (await page.request.get(`${app.url}/api/v1/drafts`)).json()
  const texts = drafts.filter((draft: { subject: string }) => draft.subject === 'Two minds').map(textOf)
  expect(texts.sort()).toEqual([expect.stringContaining('thoughts'), 'second'].sort())
})

test('Escape shrinks it to its title, which opens it again', async () => {
  await composer().getByRole('textbox', { name: 'Subject' }).press('Escape')
  await expect(composer()).toBeHidden()
  await page.getByRole('button', { name: 'Open Two minds' }).click()
  await expect(composer()).toBeVisible()
  await discard()
})

test('what was begun here is gone on with on another device', async ({ browser }) => {
  await write(page, 'bob@bob.localhost', 'From the train', 'Half a')
  await expect(composer().getByText(/^Saved /)).toBeVisible()
  const phone = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn')
  await phone.page
    .getByRole('navigation', { name: 'Folders' })
    .getByRole('link', { name: /Drafts/ })
    .click()
  await phone.page.getByRole('button', { name: 'Go on writing From the train' }).click()
  const there = phone.page.getByRole('dialog', { name: 'New message' })
  await expect(there.getByRole('textbox', { name: 'Subject' })).toHaveValue('From the train')
  await expect(there.getByRole('textbox', { name: 'Message body' })).toHaveText('Half a')
  await phone.close()
  await discard()
})

async function discard(): Promise<void> {
  await composer().getByRole('button', { name: 'Discard draft' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(composer()).toBeHidden()
}

const textOf = (draft: { text: string }) => draft.text

/** Another tab saves over the draft. */
async function changeOnServer(page: Page, subject: string, text: string): Promise<void> {
  const { drafts } = await (await page.request.get(`${app.url}/api/v1/drafts`)).json()
  const { id, revision, mailboxId, to } = drafts.find(
    (draft: { subject: string }) => draft.subject === subject,
  )
  const answer = await page.request.put(`${app.url}/api/v1/drafts/${id}`, {
    data: { mailboxId, revision, to, subject, text },
    headers: { origin: app.url },
  })
  expect(answer.ok()).toBe(true)
}
