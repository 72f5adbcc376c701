import { z } from 'zod'
import { Address } from '../../contract/common'
import type { Summary } from '../../contract/messages'
import type { SummaryRow } from './message.store'

const Addresses = z.array(Address).catch([])
const OneAddress = Address.nullable().catch(null)

export const presentAddresses = (stored: unknown) => Addresses.parse(stored)
export const presentAddress = (stored: unknown) => OneAddress.parse(stored)

export function presentSummary(row: Omit<SummaryRow, 'fromSort' | 'subjectSort' | 'mailboxId'>): Summary {
  return {
    id: row.id,
    threadId: row.threadId,
    folderId: row.folderId,
    uid: row.uid === null ? null : Number(row.uid),
    messageId: row.messageId,
    subject: row.subject,
    from: presentAddresses(row.from),
    to: presentAddresses(row.to),
    date: row.date?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    size: row.size,
    flags: { seen: row.seen, answered: row.answered, flagged: row.flagged, draft: row.draft },
    keywords: row.keywords,
    hasAttachments: row.hasAttachments,
    // a blank stands for "looked at, and there is no text"
    preview: row.preview.trim(),
  }
}
