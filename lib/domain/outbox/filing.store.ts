// The copy in Sent: its own step with its own lease. Part of the owner of table Outgoing.
import { db } from '../../db/client'

export type FilingLease = {
  id: string
  userId: string
  mailboxId: string
  messageId: string
  relatedId: string | null
  relation: string | null
  acceptedAt: Date
  /** counts from 1; also the fencing number */
  fileAttempts: number
}

/** Takes one message whose copy is due: moves the next time into the future before anybody dials. */
export async function takeFiling(leaseMs: number): Promise<FilingLease | null> {
  const rows = await db().$queryRaw<FilingLease[]>`
    UPDATE "Outgoing" SET "fileAttempts" = "fileAttempts" + 1,
      "fileNextAt" = now() + ${leaseMs} * interval '1 millisecond'
    WHERE "id" = (
      SELECT "id" FROM "Outgoing" WHERE "fileState" IN ('waiting', 'failed') AND "fileNextAt" <= now()
      ORDER BY "fileNextAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "userId", "mailboxId", "messageId", "relatedId", "relation", "acceptedAt", "fileAttempts"`
  return rows[0] ?? null
}

/** False when another worker has taken the step over. */
export async function renewFiling({ id, fileAttempts }: FilingLease, leaseMs: number): Promise<boolean> {
  const kept = await db().$executeRaw`UPDATE "Outgoing"
    SET "fileNextAt" = now() + ${leaseMs} * interval '1 millisecond'
    WHERE "id" = ${id}::uuid AND "fileAttempts" = ${fileAttempts} AND "fileState" <> 'filed'`
  return kept === 1
}

/** Milliseconds until a copy is due; null when none is. */
export async function nextFilingIn(): Promise<number | null> {
  const rows = await db().$queryRaw<{ ms: number | null }[]>`
    SELECT (EXTRACT(EPOCH FROM min("fileNextAt") - now()) * 1000)::float8 AS ms FROM "Outgoing"
    WHERE "fileState" IN ('waiting', 'failed')`
  return rows[0]?.ms ?? null
}
