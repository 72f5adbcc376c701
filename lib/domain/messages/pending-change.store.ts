// This file owns table PendingChange: what people did, on its way to the server.
import type { Prisma } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'

export type PendingRow = {
  id: bigint
  mailboxId: string
  messageId: string
  kind: string
  payload: unknown
  attempts: number
}

export type NewPending = { messageId: string; kind: string; payload: Prisma.InputJsonObject }

export async function insertPending(
  tx: Db,
  userId: string,
  mailboxId: string,
  changes: NewPending[],
): Promise<void> {
  await tx.pendingChange.createMany({ data: changes.map((change) => ({ ...change, userId, mailboxId })) })
}

const OPEN = ['pending', 'pushing']

/** Changes not settled yet of these messages, oldest first. */
export function findOpenOf(tx: Db, messageIds: string[]): Promise<PendingRow[]> {
  return tx.pendingChange.findMany({
    where: { messageId: { in: messageIds }, state: { in: OPEN } },
    orderBy: { id: 'asc' },
  })
}

/** Messages on their way out of a folder: the server still has them there under these UIDs. */
export async function findLeaving(tx: Db, mailboxId: string, folderId: string): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ uid: string }[]>`
    SELECT "payload"->>'uid' AS "uid" FROM "PendingChange"
    WHERE "mailboxId" = ${mailboxId}::uuid AND "state" = ANY(${OPEN}) AND "kind" IN ('move', 'delete')
      AND "payload"->>'fromFolderId' = ${folderId} AND "payload"->>'uid' IS NOT NULL`
  return rows.map((row) => BigInt(row.uid))
}

/** Open changes of messages that are in this folder or on their way out of it. */
export async function findOpenIn(tx: Db, mailboxId: string, folderId: string): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT c."id" FROM "PendingChange" c
    WHERE c."mailboxId" = ${mailboxId}::uuid AND c."state" = ANY(${OPEN})
      AND (c."payload"->>'fromFolderId' = ${folderId} OR (c."kind" = 'flags' AND EXISTS (
        SELECT 1 FROM "Message" m WHERE m."id" = c."messageId" AND m."folderId" = ${folderId}::uuid)))`
  return rows.map((row) => row.id)
}

/** Takes what is due, in order, and stores the attempt before anybody dials. */
export function takeDue(mailboxId: string, limit: number): Promise<PendingRow[]> {
  return db().$queryRaw<PendingRow[]>`
    WITH due AS (
      SELECT "id" FROM "PendingChange"
      WHERE "mailboxId" = ${mailboxId}::uuid AND "state" = ANY(${OPEN}) ORDER BY "id" LIMIT ${limit}
    ), taken AS (
      UPDATE "PendingChange" c SET "state" = 'pushing', "attempts" = c."attempts" + 1 FROM due
      WHERE c."id" = due."id" AND NOT EXISTS (
        SELECT 1 FROM "PendingChange" w WHERE w."id" IN (SELECT "id" FROM due) AND w."nextTryAt" > now())
      RETURNING c."id", c."mailboxId", c."messageId", c."kind", c."payload", c."attempts"
    )
    SELECT * FROM taken ORDER BY "id"`
}

export async function settle(
  tx: Db,
  ids: bigint[],
  state: 'applied' | 'refused',
  reason: string | null,
): Promise<void> {
  await tx.pendingChange.updateMany({
    where: { id: { in: ids } },
    data: { state, reason, endedAt: new Date() },
  })
}

/** Not answered: the same changes are tried again then. */
export async function postpone(ids: bigint[], nextTryAt: Date): Promise<void> {
  await db().pendingChange.updateMany({ where: { id: { in: ids } }, data: { state: 'pending', nextTryAt } })
}

export async function setPayload(tx: Db, id: bigint, payload: Prisma.InputJsonObject): Promise<void> {
  await tx.pendingChange.update({ where: { id }, data: { payload } })
}

/** The latest of the next tries of a mailbox's open changes: they go in order, so all wait for it. */
export async function findNextTry(mailboxId: string): Promise<Date | null> {
  const where = { mailboxId, state: { in: OPEN } }
  const found = await db().pendingChange.aggregate({ where, _max: { nextTryAt: true } })
  return found._max.nextTryAt
}

export const findRefused = (userId: string, limit: number) =>
  db().pendingChange.findMany({
    where: { userId, state: 'refused' },
    orderBy: { id: 'desc' },
    take: limit,
  })

/** Which of these messages still have something on its way, or had until `since`. */
export async function findBusy(tx: Db, messageIds: string[], since: Date): Promise<Set<string>> {
  const rows = await tx.pendingChange.findMany({
    where: {
      messageId: { in: messageIds },
      OR: [{ state: { in: OPEN } }, { endedAt: { gte: since } }],
    },
    select: { messageId: true },
  })
  return new Set(rows.map((row) => row.messageId))
}

export async function deleteSettled(before: Date): Promise<number> {
  const where = { state: { in: ['applied', 'refused'] }, endedAt: { lt: before } }
  return (await db().pendingChange.deleteMany({ where })).count
}
