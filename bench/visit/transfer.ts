import type { Page } from '@playwright/test'

/** Counts what the page loads over the network from now on, as transferred, headers included. */
export async function watchTransfer(page: Page): Promise<{ codeBytes(): number }> {
  const session = await page.context().newCDPSession(page)
  const types = new Map<string, string>()
  let bytes = 0
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId)
    if (type === 'Script' || type === 'Stylesheet') bytes += encodedDataLength
  })
  return { codeBytes: () => bytes }
}
