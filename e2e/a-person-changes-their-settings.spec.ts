import { expect, test } from '@playwright/test'
import type { StartedPosthorn } from '../test/posthorn'
import { signIn } from './persons'
import { startDemoApp } from './start-app'

let app: StartedPosthorn

test.beforeAll(async () => {
  test.setTimeout(600_000)
  app = await startDemoApp()
})

test.afterAll(() => app?.remove())

test('the screen turns dark and Korean, and stays so after a reload', async ({ browser }) => {
  const alice = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn')
  const { page } = alice
  await page.goto(`${app.url}/settings`)
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ko')
  await expect(page.getByRole('heading', { name: '설정', level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await page.getByRole('combobox', { name: '언어' }).selectOption('en')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await alice.close()
})

test('a key is shown once, works, and stops working when revoked', async ({ browser }) => {
  const alice = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn')
  const { page } = alice
  await page.goto(`${app.url}/settings`)
  await page.getByRole('textbox', { name: 'Name of the new key' }).fill('Backup')
  await page.getByRole('button', { name: 'Create key' }).click()
  const key = await page.getByRole('textbox', { name: 'New key', exact: true }).inputValue()
  const ask = () => fetch(`${app.url}/api/v1/mailboxes`, { headers: { authorization: `Bearer ${key}` } })
  expect((await ask()).status).toBe(200)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Revoke Backup' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No keys yet.')).toBeVisible()
  expect((await ask()).status).toBe(401)
  await alice.close()
})

test('a session ended from another browser leads to sign-in, and the words being written are kept', async ({
  browser,
}) => {
  const here = await signIn(browser, app.url, 'bob@bob.localhost', 'posthorn')
  await here.page.getByRole('button', { name: 'Compose' }).first().click()
  const composer = here.page.getByRole('dialog', { name: 'New message' })
  await composer.getByRole('textbox', { name: 'Subject' }).fill('Interrupted')

  const there = await signIn(browser, app.url, 'bob@bob.localhost', 'posthorn')
  await there.page.goto(`${app.url}/settings`)
  await there.page.getByRole('button', { name: /^End session/ }).click()
  await there.page.getByRole('alertdialog').getByRole('button', { name: 'End session' }).click()

  await expect(here.page).toHaveURL(/\/sign-in/)
  await expect(here.page.getByText('What you were writing is kept on this device.')).toBeVisible()
  await here.page.getByRole('button', { name: 'Try as Bob' }).click()
  await expect(composer.getByRole('textbox', { name: 'Subject' })).toHaveValue('Interrupted')
  await Promise.all([here.close(), there.close()])
})

test('signing out ends the session and leaves nothing readable behind', async ({ browser }) => {
  const alice = await signIn(browser, app.url, 'alice@alice.localhost', 'posthorn')
  const { page } = alice
  await page.goto(`${app.url}/settings`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  const left = await page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.includes('composer')),
  )
  expect(left).toEqual([])
  expect((await page.request.get(`${app.url}/api/v1/account`)).status()).toBe(401)
  await alice.close()
})
