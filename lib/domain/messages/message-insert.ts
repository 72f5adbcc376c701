import { baseSubject } from '../../mail/base-subject'
import { readFlags } from '../../mail/flag-name'
import { parseSummaryHeaders } from '../../mime/parse-summary-headers'
import { newId } from '../../platform/ids'
import type { RemoteMessage } from '../../protocols/imap/imap-session'
import type { ThreadItem } from '../threads/assign-threads'
import type { MessageInsert } from './message-write.store'
import { hasAttachments, storableStructure } from './structure'

/** What the server said of a message as a row, without its thread. */
export type Draft = Omit<MessageInsert, 'threadId'>

const LONGEST_SORT = 200
/** PostgreSQL's int: RFC822.SIZE may claim more. */
const MOST_SIZE = 2_147_483_647

/** `id` is given when a message comes back that people knew by that id. */
export function toInsert(remote: RemoteMessage, id: string = newId()): Draft {
  const headers = parseSummaryHeaders(remote.header)
  const { flags, keywords } = readFlags(remote.flags)
  const sender = headers.from[0]
  return {
    id,
    uid: remote.uid.toString(),
    modseq: remote.modseq.toString(),
    emailId: remote.emailId,
    messageId: headers.messageId,
    inReplyTo: headers.inReplyTo,
    references: headers.references,
    subject: headers.subject,
    from: headers.from,
    to: headers.to,
    cc: headers.cc,
    bcc: headers.bcc,
    replyTo: headers.replyTo,
    date: headers.date?.toISOString() ?? null,
    receivedAt: remote.internalDate.toISOString(),
    size: Math.min(remote.size, MOST_SIZE),
    fromSort: (sender?.name || sender?.address || '').toLowerCase().slice(0, LONGEST_SORT).toWellFormed(),
    subjectSort: baseSubject(headers.subject).base.slice(0, LONGEST_SORT).toWellFormed(),
    ...flags,
    keywords,
    hasAttachments: hasAttachments(remote.structure),
    structure: storableStructure(remote.structure),
  }
}

type Addressed = { from: unknown; to: unknown; cc: unknown }

/** All addresses of a message in lower case. */
export function participantsOf({ from, to, cc }: Addressed): string[] {
  const lists = [from, to, cc].map((list) => (Array.isArray(list) ? list : []))
  return lists.flat().flatMap((entry: { address?: unknown }) => {
    return typeof entry.address === 'string' && entry.address ? [entry.address.toLowerCase()] : []
  })
}

export function toThreadItem(row: Draft): ThreadItem {
  const others = [row.inReplyTo, ...row.references].filter(Boolean)
  return {
    key: row.id,
    refs: [...new Set([row.messageId, ...others].filter(Boolean))],
    subject: row.subjectSort,
    at: Date.parse(row.receivedAt),
    participants: participantsOf(row),
    isLoose: others.length === 0 && isMarked(row.subject),
  }
}

/** Re:, Fwd: and the like. */
export function isMarked(subject: string): boolean {
  const { isReply, isForward } = baseSubject(subject)
  return isReply || isForward
}
