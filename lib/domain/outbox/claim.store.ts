// Leases on outgoing messages: who sends what, since when, and how far. Part of the owner of table Outgoing.
import { type Db, db, type Tx } from '../../db/client'

export type Due = { id: string; attemptNo: number; attemptsThisRound: number }

const PER_MAILBOX = 2

/**
 * Takes one due message and locks it until the end of the transaction, skipping those that another worker holds.
 * At most two messages of a mailbox are sent at a time, so that a sick server holds nobody else up.
 */
export async function lockDue(tx: Tx, pausedMailboxIds: string[]): Promise<Due | null> {
  const rows = await tx.$queryRaw<Due[]>`
    SELECT o."id", o."attemptNo", (
      SELECT count(*)::int FROM "OutgoingAttempt" a
      WHERE a."outgoingId" = o."id" AND a."startedAt" >= o."holdUntil") AS "attemptsThisRound"
    FROM "Outgoing" o
    WHERE o."state" IN ('held', 'queued', 'waiting') AND o."nextAttemptAt" <= now()
      AND NOT (o."mailboxId" = ANY(${pausedMailboxIds}::uuid[]))
      AND (SELECT count(*) FROM "Outgoing" s WHERE s."mailboxId" = o."mailboxId" AND s."state" = 'sending')
        < ${PER_MAILBOX}
    ORDER BY o."nextAttemptAt", o."id"
    LIMIT 1
    FOR UPDATE OF o SKIP LOCKED`
  return rows[0] ?? null
}

export type Lease = { id: string; attemptNo: number; leasedBy: string }

/** Stores attempt n and the time of attempt n+1, before anybody dials. Milliseconds. */
export async function beginAttempt(
  tx: Tx,
  { id, attemptNo, leasedBy }: Lease,
  attemptId: string,
  times: { leaseMs: number; nextAttemptIn: number },
): Promise<void> {
  await tx.$executeRaw`UPDATE "Outgoing" SET "state" = 'sending', "attemptNo" = ${attemptNo},
    "leasedBy" = ${leasedBy}, "leasedUntil" = now() + ${times.leaseMs} * interval '1 millisecond',
    "nextAttemptAt" = now() + ${times.nextAttemptIn} * interval '1 millisecond',
    "phase" = 'name-look-up', "updatedAt" = now()
    WHERE "id" = ${id}::uuid`
  await tx.$executeRaw`INSERT INTO "OutgoingAttempt" ("id", "outgoingId", "number", "startedAt", "phase")
    VALUES (${attemptId}::uuid, ${id}::uuid, ${attemptNo}, now(), 'name-look-up')`
}

/** False when the lease is lost: another worker took over, and this one must not do anything more. */
export async function renewLease({ id, attemptNo, leasedBy }: Lease, leaseMs: number): Promise<boolean> {
  const kept = await db().$executeRaw`UPDATE "Outgoing"
    SET "leasedUntil" = now() + ${leaseMs} * interval '1 millisecond'
    WHERE "id" = ${id}::uuid AND "attemptNo" = ${attemptNo} AND "leasedBy" = ${leasedBy} AND "state" = 'sending'`
  return kept === 1
}

/** The line between "may be repeated" and "may not": committed before the first byte of the body. */
export async function commitBody(lease: Lease, leaseMs: number): Promise<boolean> {
  const kept = await db().$executeRaw`UPDATE "Outgoing"
    SET "phase" = 'body', "leasedUntil" = now() + ${leaseMs} * interval '1 millisecond', "updatedAt" = now()
    WHERE "id" = ${lease.id}::uuid AND "attemptNo" = ${lease.attemptNo} AND "leasedBy" = ${lease.leasedBy}
      AND "state" = 'sending' AND "leasedUntil" > now()`
  return kept === 1
}

/** Whose worker is gone; locked until the end of the transaction. */
export async function lockExpired(
  tx: Tx,
): Promise<{ id: string; attemptNo: number; phase: string | null }[]> {
  return tx.$queryRaw`SELECT "id", "attemptNo", "phase" FROM "Outgoing"
    WHERE "state" = 'sending' AND "leasedUntil" < now() LIMIT 20 FOR UPDATE SKIP LOCKED`
}

/** Takes unknown messages whose next search is due, and moves that into the future first. */
export async function takeUnknown(
  pauseMs: number,
  forMs: number,
): Promise<{ id: string; mailboxId: string }[]> {
  return db().$queryRaw`UPDATE "Outgoing" SET "nextAttemptAt" = CASE
      WHEN "updatedAt" < now() - ${forMs} * interval '1 millisecond' THEN NULL
      ELSE now() + ${pauseMs} * interval '1 millisecond' END
    WHERE "id" IN (
      SELECT "id" FROM "Outgoing" WHERE "state" = 'unknown' AND "nextAttemptAt" <= now()
      LIMIT 10 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "mailboxId"`
}

/** Milliseconds until something of the outbox is due; null when nothing is. */
export async function nextDueIn(tx: Db = db()): Promise<number | null> {
  const rows = await tx.$queryRaw<{ ms: number | null }[]>`
    SELECT (EXTRACT(EPOCH FROM min("due") - now()) * 1000)::float8 AS ms FROM (
      SELECT min("nextAttemptAt") AS "due" FROM "Outgoing" WHERE "state" IN ('held', 'queued', 'waiting', 'unknown')
      UNION ALL SELECT min("leasedUntil") FROM "Outgoing" WHERE "state" = 'sending') d`
  return rows[0]?.ms ?? null
}

/** Milliseconds since the hold ended, by the database's clock. */
export async function ageOf(tx: Tx, id: string): Promise<number> {
  const rows = await tx.$queryRaw<{ ms: number }[]>`
    SELECT (EXTRACT(EPOCH FROM now() - "holdUntil") * 1000)::float8 AS ms FROM "Outgoing" WHERE "id" = ${id}::uuid`
  return rows[0]?.ms ?? 0
}

/** Ids of the messages of a mailbox that wait to be sent, locked until the end of the transaction. */
export async function lockWaitingOf(tx: Tx, mailboxId: string): Promise<{ id: string; userId: string }[]> {
  return tx.$queryRaw`SELECT "id", "userId" FROM "Outgoing"
    WHERE "mailboxId" = ${mailboxId}::uuid AND "state" IN ('queued', 'waiting')
    ORDER BY "id" FOR UPDATE SKIP LOCKED`
}
