import { expect, test } from '@playwright/test'
import type { ImapFlow } from 'imapflow'
import type { StartedPosthorn } from '../test/posthorn'
import { startTwoDomains, type TwoDomains } from '../test/servers/mail-domain'
import { until } from '../test/until'
import { row, send, signIn, write } from './persons'
import { startAppFor } from './start-app'

let domains: TwoDomains
let alices: StartedPosthorn

test.beforeAll(async () => {
  test.setTimeout(600_000)
  domains = await startTwoDomains()
  alices = await startAppFor(domains.alice)
})

test.afterAll(async () => {
  await alices?.remove()
  await domains?.stop()
})

test("with Alice's server stopped a message waits in the Outbox and goes out by itself", async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const alice = await signIn(browser, alices.url, 'alice@alice.test', 'alice-pw')
  await domains.alice.stopPostfix()
  await send(await write(alice.page, 'bob@bob.test', 'Patience', 'This one waits.'))

  await alice.page.getByRole('link', { name: 'Outbox' }).first().click()
  await alice.page.getByRole('link', { name: /Patience/ }).click()
  const item = alice.page.getByRole('article', { name: 'Patience' })
  await expect(item.getByRole('status')).toContainText(/Delayed, next try .+: Could not connect to smtp/, {
    timeout: 60_000,
  })
  await expect(item).toContainText('Attempt 1: server not reachable')
  await expect(item.getByRole('button', { name: 'Try now' })).toBeEnabled()
  await expect(alice.page.getByText(/“Patience”: Delayed/)).toBeVisible()

  await domains.alice.startPostfix()
  await expect(item.getByRole('status')).toHaveText('Sent', { timeout: 120_000 })
  await expect(alice.page.getByText(/“Patience”: Delayed/)).toBeHidden()
  await item
    .getByText(/SMTP dialogue/)
    .last()
    .click()
  await expect(item.getByRole('region', { name: /SMTP dialogue of attempt/ }).last()).toContainText('EHLO')

  const bob = await domains.bob.imap('bob')
  await until('Bob has it', async () => (await countIn(bob)) === 1, 30_000)
  await alice.close()
})

test("with Bob's server stopped it waits in the queue of Alice's server", async ({ browser }) => {
  test.setTimeout(240_000)
  const alice = await signIn(browser, alices.url, 'alice@alice.test', 'alice-pw')
  await domains.bob.stopPostfix()
  await send(await write(alice.page, 'bob@bob.test', 'Second hop', 'This one waits further on.'))
  await until(
    "it is in the queue of Alice's server",
    async () => (await domains.alice.queue()).length === 1,
    60_000,
  )
  await alice.page.getByRole('link', { name: 'Sent' }).first().click()
  await expect(row(alice.page, /Second hop/)).toBeVisible({ timeout: 30_000 })
  await domains.bob.startPostfix()
  await domains.alice.flushQueue()
  await until('the queue is empty', async () => (await domains.alice.queue()).length === 0, 60_000)
  await alice.close()
})

test('one refused address among two is told with the words of the server', async ({ browser }) => {
  test.setTimeout(240_000)
  const alice = await signIn(browser, alices.url, 'alice@alice.test', 'alice-pw')
  await send(await write(alice.page, 'bob@bob.test, nobody@alice.test', 'Half and half', 'To two.'))
  await alice.page.getByRole('link', { name: 'Outbox' }).first().click()
  await alice.page.getByRole('link', { name: /Half and half/ }).click()
  const item = alice.page.getByRole('article', { name: 'Half and half' })
  await expect(item.getByRole('status')).toContainText('Sent to 1 of 2', { timeout: 60_000 })
  const recipients = item.getByRole('region', { name: 'Recipients' })
  await expect(recipients.getByRole('listitem').filter({ hasText: 'nobody@alice.test' })).toContainText(
    'Refused',
  )
  await expect(recipients.getByRole('listitem').filter({ hasText: 'bob@bob.test' })).toContainText('Accepted')
  await expect(recipients).toContainText('This address does not exist there.')
  await alice.close()
})

async function countIn(client: ImapFlow): Promise<number> {
  const status = await client.status('INBOX', { messages: true })
  return status ? (status.messages ?? 0) : 0
}
