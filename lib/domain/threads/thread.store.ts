// lib/domain/threads: which messages belong to one conversation. This file owns tables Thread and ThreadAnchor.
import type { Db } from '../../db/client'

/** Only one transaction at a time puts messages of a mailbox into threads; held until its end. */
export async function lockThreadsOf(tx: Db, mailboxId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtextextended(${mailboxId}, 1))`
}

export async function findAnchors(tx: Db, mailboxId: string, refs: string[]): Promise<Map<string, string>> {
  if (refs.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ ref: string; threadId: string }[]>`
    SELECT "ref", "threadId" FROM "ThreadAnchor"
    WHERE "mailboxId" = ${mailboxId}::uuid AND "ref" = ANY(${refs}::text[])`
  return new Map(rows.map((row) => [row.ref, row.threadId]))
}

/** Threads with one of these base subjects, newest first. */
export async function findBySubjects(
  tx: Db,
  mailboxId: string,
  subjects: string[],
  limit: number,
): Promise<string[]> {
  if (subjects.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Thread"
    WHERE "mailboxId" = ${mailboxId}::uuid AND "subject" = ANY(${subjects}::text[])
    ORDER BY "id" DESC LIMIT ${limit}`
  return rows.map((row) => row.id)
}

export async function insertThreads(
  tx: Db,
  mailboxId: string,
  threads: { id: string; subject: string }[],
): Promise<void> {
  const [ids, subjects] = [threads.map((thread) => thread.id), threads.map((thread) => thread.subject)]
  await tx.$executeRaw`
    INSERT INTO "Thread" ("id", "mailboxId", "subject")
    SELECT r.id, ${mailboxId}::uuid, r.subject FROM unnest(${ids}::uuid[], ${subjects}::text[]) AS r(id, subject)`
}

export async function saveAnchors(tx: Db, mailboxId: string, anchors: Map<string, string>): Promise<void> {
  const refs = [...anchors.keys()]
  const threadIds = [...anchors.values()]
  await tx.$executeRaw`
    INSERT INTO "ThreadAnchor" ("mailboxId", "ref", "threadId")
    SELECT ${mailboxId}::uuid, r.ref, r.thread FROM unnest(${refs}::text[], ${threadIds}::uuid[]) AS r(ref, thread)
    ON CONFLICT ("mailboxId", "ref") DO UPDATE SET "threadId" = excluded."threadId"
    WHERE "ThreadAnchor"."threadId" <> excluded."threadId"`
}

export async function mergeThreads(tx: Db, merged: Map<string, string>): Promise<void> {
  const [old, kept] = [[...merged.keys()], [...merged.values()]]
  await tx.$executeRaw`
    UPDATE "ThreadAnchor" a SET "threadId" = r.kept
    FROM unnest(${old}::uuid[], ${kept}::uuid[]) AS r(old, kept) WHERE a."threadId" = r.old`
  await tx.thread.deleteMany({ where: { id: { in: old } } })
}
