// Fills a mailbox that was never there before: its folders, and the sample mail.

import type { MailServer } from '../mail-server'
import { DOMAINS, peopleOf } from '../people'
import type { MailRecord } from '../store/mail-record'
import type { MailStore } from '../store/mail-store'
import { buildSample } from './build-sample'
import { editorialMail, mapThread, printThread } from './conversations'
import { invitation } from './invitation'
import { koreanMail } from './korean-mail'
import { junkAndTrash, letters, notices } from './letters-and-notices'
import { alice, Calendar, type Contact, type SampleMail } from './sample-mail'

const FOLDERS: [path: string, use: string | null][] = [
  ['INBOX', null],
  ['Drafts', '\\Drafts'],
  ['Sent', '\\Sent'],
  ['Archive', '\\Archive'],
  ['Junk', '\\Junk'],
  ['Trash', '\\Trash'],
  ['Projects', null],
  ['Projects/Spring issue', null],
]

/** All messages of both sample mailboxes. */
export function sampleMail(now: Date): SampleMail[] {
  const calendar = new Calendar(now)
  return [
    ...mapThread(calendar),
    ...printThread(calendar),
    ...editorialMail(calendar),
    ...koreanMail(calendar),
    ...letters(),
    ...notices(calendar),
    ...junkAndTrash(),
    invitation(calendar),
  ]
}

/** Fills the new mailboxes of a server and leaves those alone that were there before. */
export async function fillNewMailboxes(
  server: MailServer,
  now: Date,
  withSampleMail: boolean,
): Promise<void> {
  for (const [address, store] of server.stores) {
    if (!store.isEmpty) continue
    const owner = DOMAINS.flatMap(peopleOf).find((person) => person.address === address)
    const mails = withSampleMail && owner ? sampleMail(now) : []
    if (owner) await fill(store, owner, mails, now)
  }
}

async function fill(store: MailStore, owner: Contact, mails: SampleMail[], now: Date): Promise<void> {
  const all = new Map(mails.map((mail) => [mail.id, mail]))
  const own = mails
    .filter((mail) => folderFor(mail, owner))
    .sort((left, right) => right.hoursAgo - left.hoursAgo)
  const uids = new Map<string, number>()
  const records: MailRecord[] = []
  for (const mail of own) {
    const path = folderFor(mail, owner) ?? 'INBOX'
    const uid = (uids.get(path) ?? 0) + 1
    uids.set(path, uid)
    const { raw, date } = await buildSample(mail, owner, all, now)
    const flags = path === 'Sent' ? ['\\Seen'] : (mail.flags ?? ['\\Seen'])
    const file = store.writeMessage(raw)
    records.push({
      t: 'add',
      path,
      message: { uid, file, flags, date: date.getTime(), size: raw.length, modseq: 1 },
    })
  }
  // one transaction: a mailbox is either still empty or complete
  store.commit([...folderRecords(now), ...records])
}

function folderRecords(now: Date): MailRecord[] {
  const first = Math.floor(now.getTime() / 1000)
  return FOLDERS.map(([path, use], index) => {
    return { t: 'folder', path, uidValidity: first + index, uidNext: 1, modseq: 1, use, subscribed: true }
  })
}

/** Where a message lies in this person's mailbox; null when it is not theirs. */
function folderFor(mail: SampleMail, owner: Contact): string | null {
  const isSender = mail.from.address === owner.address
  if (mail.folder === 'Drafts') return isSender ? 'Drafts' : null
  if (isSender) return 'Sent'
  const isReceiver = [...mail.to, ...(mail.cc ?? [])].some((each) => each.address === owner.address)
  if (!isReceiver) return null
  return owner.address === alice.address ? (mail.folder ?? 'INBOX') : 'INBOX'
}
