import { type Connection, command, openMailbox } from './connection'

type Range = { from: bigint; to: bigint }
/** What the previous answer taught: so many messages lie below this UID. */
export type Position = { uid: bigint; below: number }

/**
 * UID bounds of the newest `count` messages below `belowUid`. UIDs may be sparse, so they are found by sequence
 * number: known from the previous answer, else by bisection (some 20 small commands in a million messages).
 * Expunges in between only make ranges overlap; they never leave a gap.
 */
export async function newestRange(
  connection: Connection,
  count: number,
  belowUid: bigint | undefined,
  known: Position | null,
): Promise<{ range: Range; position: Position } | null> {
  const mailbox = openMailbox(connection)
  const last = await lastSequence(connection, belowUid, known)
  if (last === 0) return null
  const first = Math.max(1, last - count + 1)
  const from = await uidOf(connection, first)
  if (from === null) return null
  const to = (belowUid ?? BigInt(mailbox.uidNext)) - 1n
  return { range: { from, to: to < from ? from : to }, position: { uid: from, below: first - 1 } }
}

async function lastSequence(
  connection: Connection,
  belowUid: bigint | undefined,
  known: Position | null,
): Promise<number> {
  const { exists } = openMailbox(connection)
  if (belowUid === undefined) return exists
  if (known?.uid === belowUid) {
    const last = Math.min(known.below, exists)
    const uid = last > 0 ? await uidOf(connection, last) : null
    if (last === 0 || (uid !== null && uid < belowUid)) return last
  }
  return bisect(connection, belowUid, exists)
}

/** How many messages have a UID below this one. */
async function bisect(connection: Connection, belowUid: bigint, exists: number): Promise<number> {
  let [low, high] = [0, exists]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const uid = await uidOf(connection, middle)
    if (uid === null || uid >= belowUid) high = middle - 1
    else low = middle
  }
  return low
}

/** UID of a sequence number; null when it is gone. */
async function uidOf(connection: Connection, sequence: number): Promise<bigint | null> {
  const found = await command(connection, async () => {
    const message = await connection.client.fetchOne(String(sequence), { uid: true })
    return { uid: message ? message.uid : null }
  })
  return found.uid ? BigInt(found.uid) : null
}
