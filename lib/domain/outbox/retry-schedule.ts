// lib/domain/outbox: the only sender. What it was given it sends once, files in Sent, and shows on the way.

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Pause after the first, second, … failed attempt; the last one goes on. */
const PAUSES = [30 * SECOND, 1, 2, 5, 10, 20, 30].map((pause, at) => (at === 0 ? pause : pause * MINUTE))
const JITTER = 0.1

/** After this long without success a message is given up. */
export const GIVE_UP_AFTER_MS = 48 * 60 * MINUTE

/** Milliseconds from attempt `number` (from 1) to the next: ±10 %, `random` in [0, 1). */
export function retryPause(number: number, random: number): number {
  const pause = PAUSES[Math.min(Math.max(number, 1), PAUSES.length) - 1] as number
  return Math.round(pause * (1 + JITTER * (2 * random - 1)))
}
