import { z } from 'zod'
import { Address, Id, Instant, PageQuery } from './common'

export const Flags = z.strictObject({
  seen: z.boolean(),
  answered: z.boolean(),
  flagged: z.boolean(),
  draft: z.boolean(),
})

export const Summary = z.strictObject({
  id: Id,
  threadId: Id,
  folderId: Id,
  /** null while a move of ours is on its way to the server */
  uid: z.number().int().nullable(),
  messageId: z.string(),
  subject: z.string(),
  from: z.array(Address),
  to: z.array(Address),
  /** Date header; null when missing or unreadable */
  date: Instant.nullable(),
  /** INTERNALDATE: what lists sort by */
  receivedAt: Instant,
  size: z.number().int(),
  flags: Flags,
  keywords: z.array(z.string()),
  hasAttachments: z.boolean(),
  preview: z.string(),
})
export type Summary = z.infer<typeof Summary>

export const MessageQuery = PageQuery.extend({
  sort: z.enum(['date', 'from', 'subject', 'size']).default('date'),
  order: z.enum(['desc', 'asc']).default('desc'),
})
export type MessageQuery = z.infer<typeof MessageQuery>

export const MessagePage = z.strictObject({
  messages: z.array(Summary),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
})
export type MessagePage = z.infer<typeof MessagePage>

export const ThreadSummary = z.strictObject({
  id: Id,
  subject: z.string(),
  participants: z.array(Address),
  messageCount: z.number().int(),
  unreadCount: z.number().int(),
  latest: Summary,
})
export type ThreadSummary = z.infer<typeof ThreadSummary>

export const ThreadPage = z.strictObject({
  threads: z.array(ThreadSummary),
  nextCursor: z.string().nullable(),
  /** conversations in the folder, so that the scroll bar can be true */
  total: z.number().int(),
})
export type ThreadPage = z.infer<typeof ThreadPage>

export const Attachment = z.strictObject({
  id: Id,
  name: z.string(),
  type: z.string(),
  /** decoded bytes as far as known; -1 when the server did not say */
  size: z.number().int(),
  inline: z.boolean(),
  contentId: z.string().nullable(),
  url: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

/** `inline=1` shows it in the browser where its type is harmless. */
export const AttachmentQuery = z.strictObject({ inline: z.enum(['0', '1']).default('0') })
export const BodyQuery = z.strictObject({ theme: z.enum(['light', 'dark']).default('light') })

/** A quiet line under the header. `code` is looked up in the catalogue, `detail` fills its gap. */
export const Notice = z.strictObject({ code: z.string(), detail: z.string().optional() })
export type Notice = z.infer<typeof Notice>

export const Verdict = z.strictObject({
  method: z.string(),
  result: z.string(),
  domain: z.string().nullable(),
})
export const Authentication = z.strictObject({ server: z.string(), verdicts: z.array(Verdict) }).nullable()

export const MessageDetail = Summary.extend({
  cc: z.array(Address),
  bcc: z.array(Address),
  replyTo: z.array(Address),
  inReplyTo: z.string(),
  references: z.array(z.string()),
  text: z.string(),
  htmlUrl: z.string().nullable(),
  attachments: z.array(Attachment),
  authentication: Authentication,
  notices: z.array(Notice),
})
export type MessageDetail = z.infer<typeof MessageDetail>

export const ThreadDetail = z.strictObject({
  id: Id,
  subject: z.string(),
  /** oldest first, all folders */
  messages: z.array(Summary),
})
export type ThreadDetail = z.infer<typeof ThreadDetail>

export const HeaderList = z.strictObject({
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
})

const Ids = z.array(Id).min(1).max(1000)
const SystemFlag = z.enum(['seen', 'answered', 'flagged', 'draft'])
/** a system flag by name, or an IMAP keyword (an atom, RFC 9051 section 9) */
export const FlagName = z.union([SystemFlag, z.string().regex(/^[$A-Za-z0-9_.-]{1,64}$/)])

export const FlagsChange = z.strictObject({
  ids: Ids,
  add: z.array(FlagName).max(20).default([]),
  remove: z.array(FlagName).max(20).default([]),
})
export type FlagsChange = z.infer<typeof FlagsChange>
export const MoveRequest = z.strictObject({ ids: Ids, folderId: Id })
export type MoveRequest = z.infer<typeof MoveRequest>
export const DeleteRequest = z.strictObject({ ids: Ids })
export type DeleteRequest = z.infer<typeof DeleteRequest>

export const ChangeResults = z.strictObject({
  results: z.array(z.strictObject({ id: Id, ok: z.boolean(), problem: z.string().optional() })),
})
export type ChangeResults = z.infer<typeof ChangeResults>

/** A change that the server refused and that was undone in the cache. */
export const RefusedChange = z.strictObject({
  id: Id,
  messageId: Id,
  kind: z.enum(['flags', 'move', 'delete']),
  reason: z.string(),
  endedAt: Instant,
})
export type RefusedChange = z.infer<typeof RefusedChange>
export const RefusedChangeList = z.strictObject({ changes: z.array(RefusedChange) })

export const SearchQuery = PageQuery.extend({
  q: z.string().min(1).max(500),
  mailbox: Id.optional(),
})
export const SearchHit = Summary.extend({
  folder: z.strictObject({ id: Id, name: z.string(), path: z.string() }),
})
export const SearchPage = z.strictObject({
  messages: z.array(SearchHit),
  nextCursor: z.string().nullable(),
  /** false while some of the mailbox is not in the cache yet */
  complete: z.boolean(),
})
export type SearchPage = z.infer<typeof SearchPage>
