import { expect, test } from 'vitest'
import { peopleOf } from '../people'
import { buildSample } from './build-sample'
import { sampleMail } from './fill-mailboxes'
import type { SampleMail } from './sample-mail'

const now = new Date('2026-05-06T07:08:09Z')
const mails = sampleMail(now)
const all = new Map(mails.map((mail) => [mail.id, mail]))
const [alice] = peopleOf('alice.localhost')

async function build(mail: SampleMail | undefined): Promise<string> {
  if (!mail || !alice) throw new Error('no such sample')
  return (await buildSample(mail, alice, all, now)).raw.toString()
}

test('every sample has its own id, and answers one that is older', () => {
  expect(all.size).toBe(mails.length)
  for (const mail of mails.filter((each) => each.answers)) {
    expect(all.get(mail.answers ?? '')?.hoursAgo).toBeGreaterThan(mail.hoursAgo)
  }
})

test('nothing points to a name somebody could own', async () => {
  for (const mail of mails) {
    const named =
      (await build(mail)).replaceAll('=\r\n', '').match(/(?<=@|https?:\/\/)[a-z0-9-]+(\.[a-z0-9-]+)+/g) ?? []
    for (const host of named) expect(host).toMatch(/\.(example|localhost)$/)
  }
})

test('an answer names its whole thread', async () => {
  const raw = (await build(all.get('quote-4'))).replace(/\r\n[ \t]+/g, ' ')
  expect(raw).toContain('In-Reply-To: <quote-3.sample@alice.localhost>')
  expect(raw).toMatch(/References: <quote-1\S+ <quote-2\S+ <quote-3\S+/)
})

test('the invitation is a request with an alternative in words', async () => {
  const raw = await build(all.get('invitation'))
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i)
  expect(raw).toContain('multipart/alternative')
})
