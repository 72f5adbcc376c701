import type { Browser, Page } from '@playwright/test'
import type { TestUser } from '../../test/servers/mail-domain'
import { FIRST_ROW, freshPage } from '../lab/browser'
import { timed } from '../lab/measure'
import { watchTransfer } from './transfer'

export type SignedInPage = { page: Page; ms: number; codeKiB: number; cachedAtFirst: number }

/** Signs in with a browser that was never here, and stops the clock when the first row is on screen. */
export async function signInCold(browser: Browser, url: string, user: TestUser): Promise<SignedInPage> {
  const page = await freshPage(browser)
  const transfer = await watchTransfer(page)
  await page.goto(`${url}/mail`)
  await page.getByRole('textbox', { name: 'Email address' }).fill(user.address)
  await page.getByRole('textbox', { name: 'Password' }).fill(user.password)
  const { ms } = await timed(async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForSelector(FIRST_ROW, { timeout: 60_000 })
  })
  const cachedAtFirst = (await inbox(page)).cached
  return { page, ms, codeKiB: transfer.codeBytes() / 1024, cachedAtFirst }
}

export type InboxState = { id: string; total: number; cached: number }

/** How far the first synchronisation is, asked with the page's own session. */
export function inbox(page: Page): Promise<InboxState> {
  return page.evaluate(async () => {
    const get = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const { mailboxes } = await get('/mailboxes')
    const { folders } = await get(`/mailboxes/${mailboxes[0].id}/folders`)
    return folders.find((folder: { role: string | null }) => folder.role === 'inbox')
  })
}
