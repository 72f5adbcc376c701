// lib/domain/messages: the cache of what the server holds, and what people do to it. This file reads table Message
// (message-write.store.ts writes it).
import { Prisma } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'

/** What lists show; the rest of a message is in its body. */
export type SummaryRow = {
  id: string
  mailboxId: string
  folderId: string
  threadId: string
  uid: bigint | null
  messageId: string
  subject: string
  from: unknown
  to: unknown
  date: Date | null
  receivedAt: Date
  size: number
  seen: boolean
  answered: boolean
  flagged: boolean
  draft: boolean
  keywords: string[]
  hasAttachments: boolean
  preview: string
  fromSort: string
  subjectSort: string
}

const SUMMARY = Prisma.sql`
  m."id", m."mailboxId", m."folderId", m."threadId", m."uid", m."messageId", m."subject", m."from", m."to",
  m."date", m."receivedAt", m."size", m."seen", m."answered", m."flagged", m."draft", m."keywords",
  m."hasAttachments", m."preview", m."fromSort", m."subjectSort"`

const COLUMNS = {
  date: Prisma.sql`m."receivedAt"`,
  from: Prisma.sql`m."fromSort"`,
  subject: Prisma.sql`m."subjectSort"`,
  size: Prisma.sql`m."size"`,
}
const CASTS = {
  date: Prisma.sql`::timestamptz`,
  from: Prisma.sql`::text`,
  subject: Prisma.sql`::text`,
  size: Prisma.sql`::int`,
}

export type Sorting = { sort: keyof typeof COLUMNS; order: 'asc' | 'desc' }
export type Position = { value: string | number; id: string }

/** One page in an index's order: a row-value comparison, so that depth costs nothing. */
export function findPage(
  folderId: string,
  { sort, order }: Sorting,
  after: Position | null,
  limit: number,
): Promise<SummaryRow[]> {
  const column = COLUMNS[sort]
  const direction = order === 'desc' ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const beyond = order === 'desc' ? Prisma.sql`<` : Prisma.sql`>`
  const where = after
    ? Prisma.sql`AND (${column}, m."id") ${beyond} (${after.value}${CASTS[sort]}, ${after.id}::uuid)`
    : Prisma.empty
  return db().$queryRaw<SummaryRow[]>`
    SELECT ${SUMMARY} FROM "Message" m
    WHERE m."folderId" = ${folderId}::uuid ${where}
    ORDER BY ${column} ${direction}, m."id" ${direction} LIMIT ${limit}`
}

export function findSummaries(ids: string[], tx: Db = db()): Promise<SummaryRow[]> {
  return tx.$queryRaw<SummaryRow[]>`
    SELECT ${SUMMARY} FROM "Message" m WHERE m."id" = ANY(${ids}::uuid[])`
}

/** Oldest first, in all folders of these mailboxes. */
export function findInThread(threadId: string, mailboxIds: string[], limit: number): Promise<SummaryRow[]> {
  return db().$queryRaw<SummaryRow[]>`
    SELECT ${SUMMARY} FROM "Message" m
    WHERE m."threadId" = ${threadId}::uuid AND m."mailboxId" = ANY(${mailboxIds}::uuid[])
    ORDER BY m."receivedAt", m."id" LIMIT ${limit}`
}

/** First senders of threads within a folder, oldest first. */
export function findSenders(
  folderId: string,
  threadIds: string[],
): Promise<{ threadId: string; sender: unknown }[]> {
  return db().$queryRaw<{ threadId: string; sender: unknown }[]>`
    SELECT m."threadId", m."from"->0 AS "sender" FROM "Message" m
    WHERE m."threadId" = ANY(${threadIds}::uuid[]) AND m."folderId" = ${folderId}::uuid
      AND jsonb_array_length(m."from") > 0
    GROUP BY 1, 2 ORDER BY min(m."receivedAt")`
}

export type FullRow = NonNullable<Awaited<ReturnType<typeof findFull>>>

/** All columns, if the message is in one of these mailboxes. */
export const findFull = (id: string, mailboxIds: string[]) =>
  db().message.findFirst({ where: { id, mailboxId: { in: mailboxIds } } })

/** Substrings of subject, people, preview and cached text; `pattern` is an escaped ILIKE pattern for each word. */
export function findMatching(
  mailboxIds: string[],
  patterns: string[],
  after: { value: string; id: string } | null,
  limit: number,
): Promise<SummaryRow[]> {
  const words = patterns.map(
    (pattern) => Prisma.sql`(m."subject" ILIKE ${pattern} OR m."from"::text ILIKE ${pattern}
      OR m."to"::text ILIKE ${pattern} OR m."cc"::text ILIKE ${pattern} OR m."preview" ILIKE ${pattern}
      OR EXISTS (SELECT 1 FROM "MessageBody" b WHERE b."messageId" = m."id" AND b."text" ILIKE ${pattern}))`,
  )
  const where = after
    ? Prisma.sql`AND (m."receivedAt", m."id") < (${after.value}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty
  return db().$queryRaw<SummaryRow[]>`
    SELECT ${SUMMARY} FROM "Message" m
    WHERE m."mailboxId" = ANY(${mailboxIds}::uuid[]) AND ${Prisma.join(words, ' AND ')} ${where}
    ORDER BY m."receivedAt" DESC, m."id" DESC LIMIT ${limit}`
}

/** What threading by subject needs of messages in threads. */
export function findThreadNeighbours(tx: Db, threadIds: string[]) {
  return tx.message.findMany({
    where: { threadId: { in: threadIds } },
    select: {
      threadId: true,
      subject: true,
      receivedAt: true,
      from: true,
      to: true,
      cc: true,
      inReplyTo: true,
      references: true,
    },
    orderBy: { receivedAt: 'desc' },
    take: 1000,
  })
}

export type UidRow = {
  id: string
  uid: bigint
  threadId: string
  seen: boolean
  answered: boolean
  flagged: boolean
  draft: boolean
  keywords: string[]
}

/** The cached messages of a UID range of a folder. */
export function findUidRange(tx: Db, folderId: string, from: bigint, to: bigint): Promise<UidRow[]> {
  return tx.$queryRaw<UidRow[]>`
    SELECT "id", "uid", "threadId", "seen", "answered", "flagged", "draft", "keywords" FROM "Message"
    WHERE "folderId" = ${folderId}::uuid AND "uid" BETWEEN ${from} AND ${to} ORDER BY "uid"`
}

/** How many messages of the folder the server must have, by our knowledge. */
export async function countWithUid(tx: Db, folderId: string): Promise<number> {
  return tx.message.count({ where: { folderId, uid: { not: null } } })
}

export async function countMessages(tx: Db, folderId: string): Promise<{ total: number; unread: number }> {
  const [total, unread] = [
    await tx.message.count({ where: { folderId } }),
    await tx.message.count({ where: { folderId, seen: false } }),
  ]
  return { total, unread }
}

/** The newest messages whose text was not looked at yet. */
export function findWithoutPreview(folderId: string, among: number, limit: number) {
  return db().$queryRaw<{ id: string; uid: bigint; structure: unknown }[]>`
    SELECT n."id", n."uid", n."structure" FROM (
      SELECT "id", "uid", "structure", "preview", "receivedAt" FROM "Message"
      WHERE "folderId" = ${folderId}::uuid ORDER BY "receivedAt" DESC, "id" DESC LIMIT ${among}) n
    WHERE n."preview" = '' AND n."uid" IS NOT NULL AND n."structure" IS NOT NULL
    ORDER BY n."receivedAt" DESC LIMIT ${limit}`
}
