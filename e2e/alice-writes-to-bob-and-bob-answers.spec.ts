import { expect, test } from '@playwright/test'
import type { ImapFlow } from 'imapflow'
import type { StartedPosthorn } from '../test/posthorn'
import { startTwoDomains, type TwoDomains } from '../test/servers/mail-domain'
import { until } from '../test/until'
import { bodyOf, row, send, signIn, write } from './persons'
import { startAppFor } from './start-app'

// Two teams, each with a Posthorn of its own in front of a Dovecot and a Postfix of its own.
let domains: TwoDomains
let alices: StartedPosthorn
let bobs: StartedPosthorn

test.beforeAll(async () => {
  test.setTimeout(600_000)
  domains = await startTwoDomains()
  // one after the other: the first builds what both run
  alices = await startAppFor(domains.alice)
  bobs = await startAppFor(domains.bob)
})

test.afterAll(async () => {
  await Promise.all([alices?.remove(), bobs?.remove()])
  await domains?.stop()
})

test('Alice writes to Bob and Bob answers', async ({ browser }) => {
  const alice = await signIn(browser, alices.url, 'alice@alice.test', 'alice-pw')
  const bob = await signIn(browser, bobs.url, 'bob@bob.test', 'bob-pw')

  const composer = await write(alice.page, 'Bob <bob@bob.test>', 'Lunch on Friday', 'Shall we meet at noon?')
  await send(composer)
  await expect(alice.page.getByRole('status').filter({ hasText: 'Sending in' })).toContainText('Undo')

  // the mail arrives in Bob's open browser without reloading
  await row(bob.page, /Lunch on Friday/).click({ timeout: 60_000 })
  const message = bob.page.getByRole('article', { name: 'Lunch on Friday' })
  await expect(message).toContainText('alice@alice.test')
  await expect(bodyOf(bob.page, 'Shall we meet at noon?')).toBeVisible()

  await bob.page.getByRole('button', { name: 'Reply', exact: true }).first().click()
  const answer = bob.page.getByRole('dialog', { name: 'New message' })
  await expect(answer.getByRole('textbox', { name: 'Subject' })).toHaveValue('Re: Lunch on Friday')
  await expect(answer.getByRole('textbox', { name: 'Message body' })).toContainText('Shall we meet at noon?')
  await expect(answer.getByRole('textbox', { name: 'Message body' })).toBeFocused()
  await bob.page.keyboard.insertText('Gladly, at the usual place.')
  await bob.page.keyboard.press('Control+Enter')
  await expect(answer).toBeHidden()

  await row(alice.page, /Lunch on Friday/).click({ timeout: 60_000 })
  await expect(bodyOf(alice.page, 'Gladly, at the usual place.')).toBeVisible()

  await alice.page.getByRole('link', { name: 'Outbox' }).first().click()
  await alice.page.getByRole('link', { name: /Lunch on Friday/ }).click()
  const sent = alice.page.getByRole('article', { name: 'Lunch on Friday' })
  await expect(sent.getByRole('status')).toHaveText('Sent')
  await expect(sent).toContainText('Copy stored in Sent')
  await Promise.all([alice.close(), bob.close()])
})

test("a second IMAP client finds the copy in Alice's Sent, once, without Bcc", async () => {
  const second = await domains.alice.imap('alice')
  const copy = await until("the copy is in Alice's Sent", () => lastIn(second, 'Sent'))
  expect(copy.count).toBe(1)
  expect(copy.source).toMatch(/^Subject: Lunch on Friday\r$/m)
  expect(copy.source).toMatch(/^To: Bob <bob@bob\.test>\r$/m)
  expect(copy.source).not.toMatch(/^Bcc:/m)

  const bobs = await domains.bob.imap('bob')
  const arrived = await until("the message is in Bob's inbox", () => lastIn(bobs, 'INBOX'))
  expect(messageIdOf(arrived.source)).toBe(messageIdOf(copy.source))
  const answer = await until("Bob's answer is in his Sent", () => lastIn(bobs, 'Sent'))
  expect(answer.source).toContain(`In-Reply-To: ${messageIdOf(copy.source)}`)
})

/** The newest message of a folder and how many there are; null while it is empty. */
async function lastIn(client: ImapFlow, folder: string): Promise<{ count: number; source: string } | null> {
  const lock = await client.getMailboxLock(folder)
  try {
    const count = client.mailbox ? client.mailbox.exists : 0
    if (count === 0) return null
    const message = await client.fetchOne('*', { source: true })
    return message ? { count, source: message.source?.toString() ?? '' } : null
  } finally {
    lock.release()
  }
}

function messageIdOf(source: string): string {
  return source.match(/^Message-ID:\s*(<[^>]+>)/im)?.[1] ?? 'none'
}
