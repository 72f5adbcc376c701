import { removeOldUploads } from './compose.store'
import { removeSpool } from './spool'

const KEEP_MS = 14 * 24 * 3600 * 1000

/** Housekeeping: files of two weeks ago that no draft names. Answers how many went. */
export async function pruneUploads(now: Date): Promise<number> {
  const ids = await removeOldUploads(new Date(now.getTime() - KEEP_MS))
  for (const id of ids) await removeSpool(id)
  return ids.length
}
