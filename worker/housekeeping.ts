import { pruneUploads } from '../lib/domain/compose/prune-uploads'
import { pruneChanges } from '../lib/domain/messages/settle-changes'
import { pruneEvents } from '../lib/events/prune-events'
import { log } from '../lib/platform/log'
import { type Running, WakeLoop } from './wake-loop'

const HOUR_MS = 3_600_000
const KEEP_CHANGES_MS = 7 * 24 * HOUR_MS

/** Once an hour: takes away what nobody asks for any more. */
export function startHousekeeping(): Running {
  const loop = new WakeLoop(
    'housekeeping',
    async () => {
      const changes = await pruneChanges(new Date(Date.now() - KEEP_CHANGES_MS))
      const events = await pruneEvents(new Date())
      const uploads = await pruneUploads(new Date())
      log.debug({ changes, events, uploads }, 'housekeeping done')
      return HOUR_MS
    },
    HOUR_MS,
  )
  loop.start()
  return loop
}
