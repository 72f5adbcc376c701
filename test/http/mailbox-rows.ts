import { db } from '../../lib/db/client'
import { createMailbox } from '../../lib/domain/mailboxes/create-mailbox'
import { newId } from '../../lib/platform/ids'

const now = new Date('2026-11-22T10:00:00Z')

/** A mailbox with one message that has everything, as rows: id by the first part of the route that takes it. */
export async function makeRows(userId: string, address: string) {
  const mailboxId = await createMailbox({
    ownerId: userId,
    address,
    imapUrl: 'imap://127.0.0.1:9?tls=none',
    smtpUrl: 'smtp://127.0.0.1:9?tls=none',
    password: 'secret',
  })
  const [folderId, threadId, messageId, attachmentId] = [newId(), newId(), newId(), newId()]
  await db().folder.create({ data: { id: folderId, mailboxId, path: 'INBOX', name: 'INBOX', role: 'inbox' } })
  await db().thread.create({ data: { id: threadId, mailboxId, subject: 'Hello' } })
  const message = { id: messageId, mailboxId, folderId, threadId, uid: 1n, subject: 'Hello', receivedAt: now }
  await db().message.create({ data: message })
  await db().messageBody.create({ data: { messageId, text: 'Hello', html: '<p>Hello</p>', sanitizer: 999 } })
  await db().attachment.create({
    data: { id: attachmentId, messageId, position: 0, name: 'a.txt', type: 'text/plain', size: 5 },
  })
  await db().folderThread.create({
    data: { folderId, threadId, latestMessageId: messageId, latestAt: now, messageCount: 1, unreadCount: 1 },
  })
  const [draft, upload, outbox] = await Promise.all([
    makeDraft(userId, mailboxId),
    makeUpload(userId),
    makeOutgoing(userId, mailboxId),
  ])
  return {
    mailboxes: mailboxId,
    folders: folderId,
    threads: threadId,
    messages: messageId,
    attachments: attachmentId,
    drafts: draft.id,
    uploads: upload.id,
    outbox: outbox.id,
  }
}

const makeDraft = (userId: string, mailboxId: string) => {
  const content = {
    to: [],
    cc: [],
    bcc: [],
    subject: 'Draft',
    uploads: [],
    forwardAttachments: [],
    mailboxId,
  }
  return db().draft.create({ data: { id: newId(), userId, mailboxId, content } })
}

const makeUpload = (userId: string) =>
  db().upload.create({
    data: { id: newId(), userId, name: 'a.txt', type: 'text/plain', size: 5, sha256: 'x' },
  })

const makeOutgoing = (userId: string, mailboxId: string) =>
  db().outgoing.create({
    data: {
      id: newId(),
      userId,
      mailboxId,
      idempotencyKey: newId(),
      fingerprint: 'x',
      state: 'rejected',
      messageId: `${newId()}@example.org`,
      envelopeFrom: 'a@example.org',
      size: 1,
      sha256: 'x',
      composed: {},
      holdUntil: now,
    },
  })
