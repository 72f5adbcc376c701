// What a benchmark measured, with the floor that raw protocol sets in the same run.

export type Unit = 'ms' | 'KiB' | 'MB' | 'messages'

export type Floor = { label: string; values: number[] }

export type Measure = {
  label: string
  unit: Unit
  values: number[]
  /** what the issue asks for, in the same unit; the median must not be above it */
  target?: number
  floor?: Floor
}

/** The middle value; NaN of nothing. */
export function median(values: number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = low] =
    sorted.length % 2 ? [sorted[middle]] : sorted.slice(middle - 1, middle + 1)
  return (low + high) / 2
}

/** Milliseconds the work took, and what it answered. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now()
  const value = await work()
  return { ms: performance.now() - began, value }
}

/** Runs the work so many times, one after the other, and keeps each number. */
export async function repeat(times: number, work: (turn: number) => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (let turn = 0; turn < times; turn++) values.push(await work(turn))
  return values
}

/** One line of progress, apart from the result. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}
