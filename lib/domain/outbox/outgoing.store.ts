// This file owns table Outgoing and its parts, together with claim.store.ts and filing.store.ts.
import {
  type Outgoing,
  type OutgoingAttempt,
  type OutgoingRecipient,
  Prisma,
} from '../../../generated/prisma/client'
import type { OutgoingState, RecipientState } from '../../contract/outbox'
import { type Db, db, type Tx } from '../../db/client'
import type { RecipientNext } from './next-state'

/** states are written only from these types */
export type RecipientRow = OutgoingRecipient & { state: RecipientState }
export type AttemptRow = OutgoingAttempt
export type WholeOutgoing = Outgoing & { recipients: RecipientRow[]; attempts: OutgoingAttempt[] }

export type NewOutgoing = Pick<
  Outgoing,
  | 'id'
  | 'userId'
  | 'mailboxId'
  | 'idempotencyKey'
  | 'fingerprint'
  | 'subject'
  | 'messageId'
  | 'envelopeFrom'
  | 'size'
  | 'sha256'
  | 'relatedId'
  | 'relation'
> & { composed: Prisma.InputJsonObject; holdMs: number; sendAt: Date | null }

/** Heard by workers at commit, and only then. */
export async function notifySenders(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('posthorn_outbox', '')`
}

/**
 * Inserts the message unless this person used the key before; its state, or null then. The database's clock decides when the
 * hold ends, as it decides everything about time here.
 */
export async function insertOutgoing(tx: Tx, row: NewOutgoing): Promise<string | null> {
  const { holdMs, sendAt, composed, ...rest } = row
  const made = await tx.$queryRaw<{ state: string }[]>`
    INSERT INTO "Outgoing" ("id", "userId", "mailboxId", "idempotencyKey", "fingerprint", "state", "subject",
      "messageId", "envelopeFrom", "size", "sha256", "composed", "relatedId", "relation", "holdUntil",
      "nextAttemptAt", "updatedAt")
    SELECT ${rest.id}::uuid, ${rest.userId}::uuid, ${rest.mailboxId}::uuid, ${rest.idempotencyKey},
      ${rest.fingerprint}, CASE WHEN d.due > now() THEN 'held' ELSE 'queued' END, ${rest.subject},
      ${rest.messageId}, ${rest.envelopeFrom}, ${rest.size}, ${rest.sha256}, ${JSON.stringify(composed)}::jsonb,
      ${rest.relatedId}::uuid, ${rest.relation}, d.due, d.due, now()
    FROM (SELECT GREATEST(now() + ${holdMs} * interval '1 millisecond', ${sendAt}::timestamptz) AS due) d
    ON CONFLICT ("userId", "idempotencyKey") DO NOTHING
    RETURNING "state"`
  return made[0]?.state ?? null
}

export type NewRecipient = Pick<OutgoingRecipient, 'id' | 'position' | 'kind' | 'name' | 'address'>

export async function insertRecipients(tx: Tx, outgoingId: string, list: NewRecipient[]): Promise<void> {
  await tx.outgoingRecipient.createMany({ data: list.map((recipient) => ({ ...recipient, outgoingId })) })
}

export async function insertChunk(
  tx: Tx,
  outgoingId: string,
  position: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await tx.outgoingChunk.create({ data: { outgoingId, position, bytes }, select: { position: true } })
}

const everything = {
  recipients: { orderBy: { position: 'asc' } },
  attempts: { orderBy: { number: 'asc' } },
} satisfies Prisma.OutgoingInclude

export const findByKey = (userId: string, idempotencyKey: string, tx: Db = db()) =>
  tx.outgoing.findUnique({ where: { userId_idempotencyKey: { userId, idempotencyKey } } })

export const findOutgoing = (id: string, tx: Db = db()): Promise<WholeOutgoing | null> =>
  tx.outgoing.findUnique({ where: { id }, include: everything }) as Promise<WholeOutgoing | null>

/** The same from one moment: not the state of before and the attempts of after. */
export const readOutgoing = (id: string): Promise<WholeOutgoing | null> =>
  db().$transaction((tx) => findOutgoing(id, tx), { isolationLevel: 'RepeatableRead' })

/** The same with the row locked until the end of the transaction. */
export async function lockOutgoing(tx: Tx, id: string): Promise<WholeOutgoing | null> {
  await tx.$queryRaw`SELECT 1 FROM "Outgoing" WHERE "id" = ${id}::uuid FOR UPDATE`
  return findOutgoing(id, tx)
}

export type OutgoingCursor = { createdAt: Date; id: string }

/** Newest first; of each message the newest ten attempts. */
export function findPage(
  userId: string,
  limit: number,
  after: OutgoingCursor | null,
): Promise<WholeOutgoing[]> {
  const before = after
    ? {
        createdAt: { lte: after.createdAt },
        OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
      }
    : {}
  const newest = { ...everything, attempts: { orderBy: { number: 'desc' }, take: 10 } } as const
  return db().$transaction(
    (tx) =>
      tx.outgoing.findMany({
        where: { userId, ...before },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
        include: newest,
      }) as Promise<WholeOutgoing[]>,
    { isolationLevel: 'RepeatableRead' },
  )
}

export type OutgoingChange = Partial<
  Pick<Outgoing, 'leasedBy' | 'leasedUntil' | 'phase' | 'acceptedAt' | 'fileState' | 'filedAt' | 'fileError'>
> & {
  state?: OutgoingState
  lastError?: Record<string, string> | null
  /** milliseconds from the database's now; null for never */
  nextAttemptIn?: number | null
  fileNextIn?: number | null
  /** begin the 48 hours anew */
  restart?: boolean
}

/** Columns not named stay as they are. */
export async function updateOutgoing(tx: Tx, id: string, change: OutgoingChange): Promise<void> {
  const { lastError, nextAttemptIn, fileNextIn, restart, ...rest } = change
  const error = lastError === undefined ? {} : { lastError: lastError ?? Prisma.DbNull }
  await tx.outgoing.update({ where: { id }, data: { ...rest, ...error }, select: { id: true } })
  if (nextAttemptIn !== undefined)
    await tx.$executeRaw`UPDATE "Outgoing"
      SET "nextAttemptAt" = now() + ${nextAttemptIn}::float8 * interval '1 millisecond' WHERE "id" = ${id}::uuid`
  if (fileNextIn !== undefined)
    await tx.$executeRaw`UPDATE "Outgoing"
      SET "fileNextAt" = now() + ${fileNextIn}::float8 * interval '1 millisecond' WHERE "id" = ${id}::uuid`
  if (restart) await tx.$executeRaw`UPDATE "Outgoing" SET "holdUntil" = now() WHERE "id" = ${id}::uuid`
}

/** One statement, however many there are; a reply that is not given leaves the one before. */
export async function updateRecipients(tx: Tx, changes: RecipientNext[]): Promise<void> {
  const rows = changes.map(({ id, state, reply }) => ({ id, state, ...reply }))
  await tx.$executeRaw`UPDATE "OutgoingRecipient" r SET "state" = c."state", "updatedAt" = now(),
      "replyCode" = COALESCE(c."code", r."replyCode"),
      "replyEnhanced" = CASE WHEN c."code" IS NULL THEN r."replyEnhanced" ELSE c."enhanced" END,
      "replyText" = COALESCE(c."text", r."replyText")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS c("id" uuid, "state" text, "code" int, "enhanced" text, "text" text)
    WHERE r."id" = c."id"`
}

/** Moves all recipients that are in one of `from`. */
export async function moveRecipients(
  tx: Tx,
  outgoingId: string,
  from: RecipientState[],
  to: RecipientState,
): Promise<void> {
  await tx.outgoingRecipient.updateMany({
    where: { outgoingId, state: { in: from } },
    data: { state: to },
  })
}

export type AttemptEnd = {
  phase: string
  outcome: string
  error: Record<string, string> | null
  transcript: { at: string; from: string; line: string }[]
}

export async function endAttempt(tx: Tx, outgoingId: string, number: number, end: AttemptEnd): Promise<void> {
  await tx.$executeRaw`UPDATE "OutgoingAttempt"
    SET "endedAt" = now(), "phase" = ${end.phase}, "outcome" = ${end.outcome},
      "error" = ${end.error ? JSON.stringify(end.error) : null}::jsonb,
      "transcript" = ${JSON.stringify(end.transcript)}::jsonb
    WHERE "outgoingId" = ${outgoingId}::uuid AND "number" = ${number}`
}

/** Replaces the transcript of an attempt that has ended, for the lines of the farewell. */
export async function saveTranscript(
  outgoingId: string,
  number: number,
  transcript: AttemptEnd['transcript'],
): Promise<void> {
  await db().outgoingAttempt.updateMany({ where: { outgoingId, number }, data: { transcript } })
}

/** One piece of the raw message; null after the last. */
export async function findChunk(outgoingId: string, position: number): Promise<Uint8Array | null> {
  const row = await db().outgoingChunk.findUnique({
    where: { outgoingId_position: { outgoingId, position } },
  })
  return row?.bytes ?? null
}

export async function findUserOf(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.outgoing.findUnique({ where: { id }, select: { userId: true } })
  return row?.userId ?? null
}
