import type { Page } from '@playwright/test'
import { FIRST_ROW } from '../lab/browser'
import { repeat } from '../lab/measure'

/**
 * Opens the first rows once, so that their bodies are cached, reloads the page, and opens them again: click to
 * painted body, in milliseconds, each timed inside the page.
 */
export async function openCachedMessages(page: Page, count: number): Promise<number[]> {
  await page.waitForSelector(FIRST_ROW)
  for (let turn = 0; turn < count; turn++) await openRow(page, turn)
  await page.reload()
  await page.waitForSelector(FIRST_ROW)
  // one more than is measured: the first opening compiles the code
  await openRow(page, count)
  return repeat(count, (turn) => openRow(page, turn))
}

/** Clicks a row and answers the time until a new body is laid out, visible, and a frame has been drawn. */
function openRow(page: Page, index: number): Promise<number> {
  return page.evaluate(
    ({ rowSelector, index }) => {
      const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('iframe[title="Message body"]')]
      const before = new Set(frames())
      const isPainted = (frame: HTMLIFrameElement) => {
        const body = frame.contentDocument?.body
        return (
          !before.has(frame) && body?.innerText.trim() && getComputedStyle(frame).visibility === 'visible'
        )
      }
      const row = document.querySelectorAll<HTMLElement>(rowSelector)[index]
      if (!row) throw new Error(`no row ${index}`)
      return new Promise<number>((resolve, reject) => {
        const began = performance.now()
        const look = () => {
          if (frames().some(isPainted)) requestAnimationFrame(() => resolve(performance.now() - began))
          else if (performance.now() - began > 20_000) reject(new Error('the body did not appear'))
          else requestAnimationFrame(look)
        }
        row.click()
        look()
      })
    },
    { rowSelector: FIRST_ROW, index },
  )
}
