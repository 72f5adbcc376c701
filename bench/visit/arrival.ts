import { once } from 'node:events'
import type { Page } from '@playwright/test'
import type { ImapFlow } from 'imapflow'
import type { MailDomain, TestUser } from '../../test/servers/mail-domain'

/** One delivery over LMTP, seen by the open browser and by a raw client in IDLE; milliseconds for each. */
export async function deliverAndWatch(
  lab: { domain: MailDomain; page: Page; idle: ImapFlow; user: TestUser },
  turn: number,
): Promise<{ browser: number; raw: number }> {
  const subject = `Arrival ${turn} ${Date.now()}`
  const { domain, page, idle, user } = lab
  const since = performance.now()
  const raw = once(idle, 'exists').then(() => performance.now() - since)
  const row = page.waitForSelector(`[role=row][aria-label*="${subject}"]`, { timeout: 60_000 })
  const browser = row.then(() => performance.now() - since)
  const header = `From: sender@example.com\r\nTo: ${user.address}\r\nSubject: ${subject}\r\nDate: ${new Date().toUTCString()}`
  await domain.deliver(
    `${header}\r\nMessage-ID: <${turn}.${Date.now()}@example.com>\r\n\r\nHello.\r\n`,
    user.address,
  )
  return { browser: await browser, raw: await raw }
}
