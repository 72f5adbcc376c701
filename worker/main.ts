// The worker process: every duty that nobody waits for in a request is a loop here. Any number of workers may run
// on one database.
import { db } from '../lib/db/client'
import { log } from '../lib/platform/log'
import { closeIdleSessions } from '../lib/protocols/imap/session-pool'
import { startFileSent } from './file-sent'
import { startHousekeeping } from './housekeeping'
import { startSendOutgoing } from './send-outgoing'
import { startWatchMailboxes } from './watch-mailboxes'

const PATIENCE_MS = 2_800

const loops = [startSendOutgoing(), startFileSent(), startWatchMailboxes(), startHousekeeping()]
log.info('worker started')

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  setTimeout(() => process.exit(0), PATIENCE_MS).unref()
  await Promise.allSettled(loops.map((loop) => loop.stop()))
  await closeIdleSessions()
  await db().$disconnect()
  log.info('worker stopped')
  process.exit(0)
}

process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// the launcher is gone, however it went
process.on('disconnect', () => void stop())
process.on('unhandledRejection', (error) => log.error({ err: error }, 'an error that nobody handled'))
