import { type Browser, chromium, type Page } from '@playwright/test'

/** The first row of the message list. */
export const FIRST_ROW = '[role=grid][aria-label="Messages"] [role=row][aria-label]'

/** Chromium from Debian, without a window. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** A page without cache and cookies, English, on a laptop's screen. */
export async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  // tsx marks function names with a helper that does not exist in the page
  await context.addInitScript('globalThis.__name = (each) => each')
  return context.newPage()
}
