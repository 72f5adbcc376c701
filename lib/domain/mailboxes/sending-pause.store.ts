// When a mailbox may send again. Part of the owner of table Mailbox.
import { type Db, db } from '../../db/client'

export async function findPaused(): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Mailbox" WHERE "sendPausedUntil" > now()`
  return rows.map((row) => row.id)
}

/** `seconds` from the database's now; null: until somebody signs in again. */
export async function setPause(tx: Db, id: string, seconds: number | null): Promise<void> {
  await tx.$executeRaw`UPDATE "Mailbox" SET "sendPausedUntil" = CASE
      WHEN ${seconds}::float8 IS NULL THEN '9999-01-01Z'::timestamptz
      ELSE GREATEST("sendPausedUntil", now() + ${seconds}::float8 * interval '1 second') END
    WHERE "id" = ${id}::uuid`
}

export async function clearPause(tx: Db, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Mailbox" SET "sendPausedUntil" = NULL
    WHERE "id" = ${id}::uuid AND "sendPausedUntil" IS NOT NULL`
}
