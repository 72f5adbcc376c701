// This file owns table Folder.
import { type Folder, Prisma } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'
import { newId } from '../../platform/ids'

export type FolderRow = Folder

export const findFolders = (mailboxId: string, tx: Db = db()) =>
  tx.folder.findMany({ where: { mailboxId }, orderBy: [{ position: 'asc' }, { path: 'asc' }] })

export const findFolder = (id: string, tx: Db = db()) => tx.folder.findUnique({ where: { id } })

export const findFoldersByIds = (ids: string[], tx: Db = db()) =>
  tx.folder.findMany({ where: { id: { in: ids } } })

/** The folder, if this person owns its mailbox. */
export const findOwnedFolder = (userId: string, id: string) =>
  db().folder.findFirst({ where: { id, mailbox: { ownerId: userId } } })

/** Locks the rows until the end of the transaction, always in the order of ids so that two cannot block each other. */
export async function lockFolderRows(tx: Db, ids: string[]): Promise<void> {
  const unique = [...new Set(ids)].sort()
  await tx.$queryRaw`
    SELECT "id" FROM "Folder" WHERE "id" = ANY(${unique}::uuid[]) ORDER BY "id" FOR UPDATE`
}

export type FolderListing = Pick<
  Folder,
  'path' | 'name' | 'delimiter' | 'role' | 'selectable' | 'subscribed' | 'position'
>

/** One statement for the whole list; answers how many rows were new or different. */
export async function upsertFolders(tx: Db, mailboxId: string, listing: FolderListing[]): Promise<number> {
  const rows = listing.map((folder) => ({ id: newId(), ...folder }))
  return tx.$executeRaw`
    INSERT INTO "Folder"
      ("id", "mailboxId", "path", "name", "delimiter", "role", "selectable", "subscribed", "position")
    SELECT r."id", ${mailboxId}::uuid, r."path", r."name", r."delimiter", r."role", r."selectable",
      r."subscribed", r."position"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "id" uuid, "path" text, "name" text, "delimiter" text, "role" text, "selectable" boolean,
      "subscribed" boolean, "position" integer)
    ON CONFLICT ("mailboxId", "path") DO UPDATE SET
      "name" = excluded."name", "delimiter" = excluded."delimiter", "role" = excluded."role",
      "selectable" = excluded."selectable", "subscribed" = excluded."subscribed",
      "position" = excluded."position"
    WHERE ("Folder"."name", "Folder"."delimiter", "Folder"."role", "Folder"."selectable",
      "Folder"."subscribed", "Folder"."position") IS DISTINCT FROM
      (excluded."name", excluded."delimiter", excluded."role", excluded."selectable",
      excluded."subscribed", excluded."position")`
}

export async function deleteFolders(tx: Db, ids: string[]): Promise<void> {
  await tx.folder.deleteMany({ where: { id: { in: ids } } })
}

export type Cursor = Partial<
  Pick<Folder, 'uidValidity' | 'uidNext' | 'modseq' | 'lowUid' | 'serverTotal' | 'verifiedAt'>
>

export async function updateCursor(tx: Db, id: string, cursor: Cursor): Promise<void> {
  await tx.folder.updateMany({ where: { id }, data: cursor })
}

export type CountChange = { folderId: string; total: number; unread: number }

/** Adds to the counts and advances the revision, so that every ETag of the folder changes. */
export async function addToCounts(tx: Db, changes: CountChange[]): Promise<void> {
  if (changes.length === 0) return
  await tx.$executeRaw`
    UPDATE "Folder" f SET
      "total" = GREATEST(0, f."total" + r."total"), "unread" = GREATEST(0, f."unread" + r."unread"),
      "revision" = f."revision" + 1
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS r("folderId" uuid, "total" int, "unread" int)
    WHERE f."id" = r."folderId"`
}

export async function setCounts(
  tx: Db,
  id: string,
  counts: { total: number; unread: number },
): Promise<void> {
  await tx.folder.updateMany({ where: { id }, data: { ...counts, revision: { increment: 1 } } })
}

/** Of these mailboxes: is every selectable folder wholly in the cache? */
export async function isCacheComplete(mailboxIds: string[]): Promise<boolean> {
  const open = await db().folder.findFirst({
    where: {
      mailboxId: { in: mailboxIds },
      selectable: true,
      OR: [{ lowUid: null }, { lowUid: { gt: 1 } }],
    },
    select: { id: true },
  })
  return open === null && mailboxIds.length > 0 && (await hasFolders(mailboxIds))
}

async function hasFolders(mailboxIds: string[]): Promise<boolean> {
  const rows = await db().folder.groupBy({
    by: [Prisma.FolderScalarFieldEnum.mailboxId],
    where: { mailboxId: { in: mailboxIds } },
  })
  return rows.length === mailboxIds.length
}
