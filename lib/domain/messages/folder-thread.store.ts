// This file owns table FolderThread: what a conversation list reads.
import { Prisma } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'

export type Pair = { folderId: string; threadId: string }

/** Makes the rows of these (folder, thread) pairs equal to their messages, in one statement. */
export async function recountPairs(tx: Db, pairs: Pair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx.$executeRaw`
    WITH pair AS (
      SELECT DISTINCT r."folderId", r."threadId"
      FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS r("folderId" uuid, "threadId" uuid)
    ), fresh AS (
      SELECT m."folderId", m."threadId", max(m."receivedAt") AS "latestAt", count(*)::int AS "messageCount",
        (count(*) FILTER (WHERE NOT m."seen"))::int AS "unreadCount",
        (array_agg(m."id" ORDER BY m."receivedAt" DESC, m."id" DESC))[1] AS "latestMessageId"
      FROM "Message" m JOIN pair p ON p."threadId" = m."threadId" AND p."folderId" = m."folderId"
      GROUP BY 1, 2
    ), gone AS (
      DELETE FROM "FolderThread" t USING pair p
      WHERE t."folderId" = p."folderId" AND t."threadId" = p."threadId" AND NOT EXISTS (
        SELECT 1 FROM fresh f WHERE f."folderId" = p."folderId" AND f."threadId" = p."threadId")
    )
    INSERT INTO "FolderThread"
      ("folderId", "threadId", "latestMessageId", "latestAt", "messageCount", "unreadCount")
    SELECT "folderId", "threadId", "latestMessageId", "latestAt", "messageCount", "unreadCount" FROM fresh
    ON CONFLICT ("folderId", "threadId") DO UPDATE SET
      "latestMessageId" = excluded."latestMessageId", "latestAt" = excluded."latestAt",
      "messageCount" = excluded."messageCount", "unreadCount" = excluded."unreadCount"`
}

/** The folders that show one of these threads. */
export function findPairsOf(tx: Db, threadIds: string[]): Promise<Pair[]> {
  return tx.folderThread.findMany({
    where: { threadId: { in: threadIds } },
    select: { folderId: true, threadId: true },
  })
}

export async function deletePairsOf(tx: Db, folderIds: string[]): Promise<void> {
  await tx.folderThread.deleteMany({ where: { folderId: { in: folderIds } } })
}

export type FolderThreadRow = {
  threadId: string
  latestMessageId: string
  latestAt: Date
  messageCount: number
  unreadCount: number
}

export function findThreadPage(
  folderId: string,
  after: { value: string; id: string } | null,
  limit: number,
): Promise<FolderThreadRow[]> {
  const where = after
    ? Prisma.sql`AND ("latestAt", "threadId") < (${after.value}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty
  return db().$queryRaw<FolderThreadRow[]>`
    SELECT "threadId", "latestMessageId", "latestAt", "messageCount", "unreadCount" FROM "FolderThread"
    WHERE "folderId" = ${folderId}::uuid ${where}
    ORDER BY "latestAt" DESC, "threadId" DESC LIMIT ${limit}`
}

export const countThreads = (folderId: string) => db().folderThread.count({ where: { folderId } })
