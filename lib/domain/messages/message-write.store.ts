// The writes of table Message.
import type { Db } from '../../db/client'

export type FlagState = {
  seen: boolean
  answered: boolean
  flagged: boolean
  draft: boolean
  keywords: string[]
}

/** One new message as it goes into the table; dates as ISO text, big numbers as text. */
export type MessageInsert = FlagState & {
  id: string
  threadId: string
  uid: string
  modseq: string
  emailId: string | null
  messageId: string
  inReplyTo: string
  references: string[]
  subject: string
  from: unknown[]
  to: unknown[]
  cc: unknown[]
  bcc: unknown[]
  replyTo: unknown[]
  date: string | null
  receivedAt: string
  size: number
  fromSort: string
  subjectSort: string
  hasAttachments: boolean
  structure: unknown
}

/** One statement for a whole batch; a UID that is there already is left alone. Answers the ids that went in. */
export async function insertMessages(
  tx: Db,
  folder: { id: string; mailboxId: string },
  rows: MessageInsert[],
): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Message" ("id", "mailboxId", "folderId", "threadId", "uid", "modseq", "emailId", "messageId",
      "inReplyTo", "references", "subject", "from", "to", "cc", "bcc", "replyTo", "date", "receivedAt", "size",
      "fromSort", "subjectSort", "seen", "answered", "flagged", "draft", "keywords", "hasAttachments", "structure")
    SELECT r."id", ${folder.mailboxId}::uuid, ${folder.id}::uuid, r."threadId", r."uid", r."modseq", r."emailId",
      r."messageId", r."inReplyTo", r."references", r."subject", r."from", r."to", r."cc", r."bcc", r."replyTo",
      r."date", r."receivedAt", r."size", r."fromSort", r."subjectSort", r."seen", r."answered", r."flagged",
      r."draft", r."keywords", r."hasAttachments", r."structure"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "id" uuid, "threadId" uuid, "uid" bigint, "modseq" bigint, "emailId" text, "messageId" text,
      "inReplyTo" text, "references" text[], "subject" text, "from" jsonb, "to" jsonb, "cc" jsonb, "bcc" jsonb,
      "replyTo" jsonb, "date" timestamptz, "receivedAt" timestamptz, "size" int, "fromSort" text,
      "subjectSort" text, "seen" boolean, "answered" boolean, "flagged" boolean, "draft" boolean,
      "keywords" text[], "hasAttachments" boolean, "structure" jsonb)
    ON CONFLICT DO NOTHING RETURNING "id"`
  return made.map((row) => row.id)
}

export type FlagUpdate = FlagState & { id: string; modseq?: string | undefined }

/** Writes flags where they differ; answers whom it changed and whether `seen` did. */
export function updateFlags(
  tx: Db,
  updates: FlagUpdate[],
): Promise<{ id: string; folderId: string; threadId: string; seenChange: number }[]> {
  return tx.$queryRaw`
    UPDATE "Message" m SET "seen" = r."seen", "answered" = r."answered", "flagged" = r."flagged",
      "draft" = r."draft", "keywords" = r."keywords", "modseq" = COALESCE(r."modseq", m."modseq")
    FROM (SELECT r.*, o."seen" AS "wasSeen" FROM jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) AS r(
        "id" uuid, "seen" boolean, "answered" boolean, "flagged" boolean, "draft" boolean, "keywords" text[],
        "modseq" bigint) JOIN "Message" o ON o."id" = r."id") r
    WHERE m."id" = r."id" AND (m."seen", m."answered", m."flagged", m."draft", m."keywords") IS DISTINCT FROM
      (r."seen", r."answered", r."flagged", r."draft", r."keywords")
    RETURNING m."id", m."folderId", m."threadId",
      (CASE WHEN r."wasSeen" = r."seen" THEN 0 WHEN r."seen" THEN -1 ELSE 1 END)::int AS "seenChange"`
}

export type Placement = { id: string; folderId: string; uid: string | null }

/** Puts messages into other folders, or gives them their UID there. */
export async function placeMessages(tx: Db, placements: Placement[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" m SET "folderId" = r."folderId", "uid" = r."uid", "modseq" = 0
    FROM jsonb_to_recordset(${JSON.stringify(placements)}::jsonb) AS r("id" uuid, "folderId" uuid, "uid" bigint)
    WHERE m."id" = r."id"`
}

/** The rows that hold a UID which another message is about to get. */
export function findHolders(
  tx: Db,
  placements: Placement[],
): Promise<{ id: string; folderId: string; threadId: string; seen: boolean }[]> {
  return tx.$queryRaw`
    SELECT m."id", m."folderId", m."threadId", m."seen" FROM "Message" m
    JOIN jsonb_to_recordset(${JSON.stringify(placements)}::jsonb) AS r("id" uuid, "folderId" uuid, "uid" bigint)
      ON m."folderId" = r."folderId" AND m."uid" = r."uid" AND m."id" <> r."id"`
}

export async function deleteMessageRows(
  tx: Db,
  ids: string[],
): Promise<{ id: string; folderId: string; threadId: string; seen: boolean }[]> {
  if (ids.length === 0) return []
  return tx.$queryRaw`
    DELETE FROM "Message" WHERE "id" = ANY(${ids}::uuid[]) RETURNING "id", "folderId", "threadId", "seen"`
}

/** Of these, those that are still in this folder: a person may have moved one away since it was looked at. */
export async function deleteFromFolder(
  tx: Db,
  folderId: string,
  ids: string[],
): Promise<{ id: string; folderId: string; threadId: string; seen: boolean }[]> {
  return tx.$queryRaw`
    DELETE FROM "Message" WHERE "id" = ANY(${ids}::uuid[]) AND "folderId" = ${folderId}::uuid
    RETURNING "id", "folderId", "threadId", "seen"`
}

export async function deleteFolderMessages(tx: Db, folderIds: string[]): Promise<void> {
  await tx.message.deleteMany({ where: { folderId: { in: folderIds } } })
}

export async function setThreads(tx: Db, merged: Map<string, string>): Promise<void> {
  const [old, kept] = [[...merged.keys()], [...merged.values()]]
  await tx.$executeRaw`
    UPDATE "Message" m SET "threadId" = r.kept
    FROM unnest(${old}::uuid[], ${kept}::uuid[]) AS r(old, kept) WHERE m."threadId" = r.old`
}

/** Messages of this folder that we moved here and whose UID nobody told us. */
export function findWithoutUid(tx: Db, folderId: string) {
  return tx.message.findMany({
    where: { folderId, uid: null },
    select: { id: true, messageId: true, size: true, threadId: true, seen: true },
    orderBy: { id: 'asc' },
  })
}

export async function setPreviews(tx: Db, previews: { id: string; preview: string }[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" m SET "preview" = r."preview"
    FROM jsonb_to_recordset(${JSON.stringify(previews)}::jsonb) AS r("id" uuid, "preview" text)
    WHERE m."id" = r."id"`
}
