const FIRST = 500
const LONGEST = 30_000

/** Milliseconds to wait before starting a process that ended `failures` times in a row (1 or more). */
export function restartDelay(failures: number): number {
  return Math.min(FIRST * 2 ** (failures - 1), LONGEST)
}
