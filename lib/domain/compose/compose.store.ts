// lib/domain/compose: drafts, files on their way into a message, and sending. This file owns Draft and Upload.
import type { Draft, Prisma, Upload } from '../../../generated/prisma/client'
import { type Db, db, type Tx } from '../../db/client'

export type DraftRow = Draft
export type UploadRow = Upload

export async function insertDraft(
  tx: Tx,
  row: Pick<Draft, 'id' | 'userId' | 'mailboxId'> & { content: Prisma.InputJsonObject },
): Promise<void> {
  await tx.draft.create({ data: row })
}

/** False when the draft is not at this revision, or not this person's. */
export async function replaceDraft(
  tx: Tx,
  at: { id: string; userId: string; revision: number },
  change: { mailboxId: string; content: Prisma.InputJsonObject },
): Promise<boolean> {
  const done = await tx.draft.updateMany({ where: at, data: { ...change, revision: { increment: 1 } } })
  return done.count === 1
}

export const findDraft = (userId: string, id: string, tx: Db = db()) =>
  tx.draft.findFirst({ where: { id, userId } })

export const findDrafts = (userId: string) =>
  db().draft.findMany({ where: { userId }, orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }], take: 200 })

export async function removeDraft(tx: Tx, userId: string, id: string): Promise<boolean> {
  return (await tx.draft.deleteMany({ where: { id, userId } })).count === 1
}

export async function insertUpload(row: Omit<Upload, 'createdAt'>): Promise<void> {
  await db().upload.create({ data: row })
}

export const findUploads = (userId: string, ids: string[]) =>
  db().upload.findMany({ where: { userId, id: { in: ids } } })

/** Takes out uploads made before `before` that no draft names; answers their ids. */
export async function removeOldUploads(before: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    DELETE FROM "Upload" u WHERE u."createdAt" < ${before} AND NOT EXISTS (
      SELECT 1 FROM "Draft" d WHERE d."userId" = u."userId" AND d."content"->'uploads' ? u."id"::text)
    RETURNING u."id"`
  return rows.map((row) => row.id)
}
