import { deleteEvents } from './event.store'

const KEEP_MS = 24 * 3600_000

/** Forgets events older than a day; answers how many. A browser away for longer is told to read all again. */
export function pruneEvents(now: Date): Promise<number> {
  return deleteEvents(new Date(now.getTime() - KEEP_MS))
}
