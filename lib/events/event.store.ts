// lib/events carries "something changed" from any process to every open browser. This file owns table Event.
import { LiveEvent } from '../contract/events'
import { type Db, db } from '../db/client'

/** The PostgreSQL channel that all processes listen on. */
export const NOTIFY_CHANNEL = 'posthorn_events'

export type StoredEvent = { id: bigint; channel: string; event: LiveEvent }

/**
 * Inserts the row and notifies in one statement. PostgreSQL delivers the notification when, and only when,
 * the caller's transaction commits. The payload stays far below NOTIFY's 8,000 bytes: events carry ids only.
 */
export async function insertEvent(tx: Db, channel: string, event: LiveEvent): Promise<void> {
  const payload = JSON.stringify(event)
  await tx.$executeRaw`
    WITH row AS (
      INSERT INTO "Event" ("channel", "payload") VALUES (${channel}, ${payload}::jsonb) RETURNING "id"
    )
    SELECT pg_notify(
      ${NOTIFY_CHANNEL},
      json_build_object('id', "id"::text, 'channel', ${channel}::text, 'event', ${payload}::json)::text
    ) FROM row`
}

/** Up to `limit` events of these channels with an id above `after`, oldest first. */
export async function findEvents(channels: string[], after: bigint, limit: number): Promise<StoredEvent[]> {
  const rows = await db().event.findMany({
    where: { channel: { in: channels }, id: { gt: after } },
    orderBy: { id: 'asc' },
    take: limit,
  })
  return rows.flatMap((row) => {
    const parsed = LiveEvent.safeParse(row.payload)
    return parsed.success ? [{ id: row.id, channel: row.channel, event: parsed.data }] : []
  })
}

/** The id of the newest committed event; 0 when there is none. */
export async function findNewestId(): Promise<bigint> {
  const row = await db().event.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  return row?.id ?? 0n
}

/** Whether this event is still kept. */
export async function hasEvent(id: bigint): Promise<boolean> {
  return (await db().event.findUnique({ where: { id }, select: { id: true } })) !== null
}

/** Deletes events older than `before`; answers how many. */
export async function deleteEvents(before: Date): Promise<number> {
  return (await db().event.deleteMany({ where: { createdAt: { lt: before } } })).count
}
