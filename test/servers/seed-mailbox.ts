// Fills a Dovecot mailbox with many realistic messages by writing Maildir files and their uidlist directly:
// 10,000 in a few seconds. Deterministic: the same seed makes the same messages, so counts can be asserted.
import fs from 'node:fs'
import path from 'node:path'
import { VMAIL } from './dovecot'
import type { MailDomain } from './mail-domain'
import { planMailbox, type SeedManifest } from './seed-plan'

/**
 * Puts `count` messages into INBOX of `local`, UIDs 1..count, oldest first, received over the last two years.
 * Only for a mailbox that nobody has signed in to. Planted: see SeedManifest.
 */
export async function seedMailbox(
  domain: MailDomain,
  local: string,
  count: number,
  seed = 7,
): Promise<SeedManifest> {
  const maildir = path.join(domain.folder, 'mail', local, 'Maildir')
  if (fs.existsSync(path.join(maildir, 'dovecot-uidlist')))
    throw new Error(`seed ${local} before its first sign-in`)
  for (const part of ['cur', 'new', 'tmp']) fs.mkdirSync(path.join(maildir, part), { recursive: true })
  const { messages, manifest } = planMailbox(`${local}@${domain.name}.test`, count, seed)
  const uidlist = [`3 V1700000000 N${count + 1} G${'0123456789abcdef'.repeat(2)}`]
  messages.forEach((message, index) => {
    const base = `${Math.floor(message.receivedAt / 1000)}.M${index}P1.posthorn`
    const name = `${base},S=${message.raw.length}`
    const file = path.join(maildir, 'cur', `${name}:2,${message.seen ? 'S' : ''}`)
    fs.writeFileSync(file, message.raw, { mode: 0o644 })
    fs.utimesSync(file, message.receivedAt / 1000, message.receivedAt / 1000)
    uidlist.push(`${index + 1} :${name}`)
  })
  fs.writeFileSync(path.join(maildir, 'dovecot-uidlist'), `${uidlist.join('\n')}\n`)
  for (const owned of [
    path.dirname(maildir),
    maildir,
    ...fs.readdirSync(maildir).map((n) => path.join(maildir, n)),
  ])
    fs.chownSync(owned, VMAIL, VMAIL)
  return manifest
}
