const FIRST_MS = 1_000
const LONGEST_MS = 15_000

/** Two days: long enough to stop a demo over a weekend, short enough to show that a server gives up. */
export const GIVE_UP_AFTER_MS = 2 * 24 * 3_600_000

/**
 * Milliseconds to wait after attempt `attempts` (1 for the first) failed for now. Doubles from one second; a real
 * server waits minutes, but here a person is watching and the next server is in the same process.
 */
export function backOff(attempts: number): number {
  return Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_MS)
}
