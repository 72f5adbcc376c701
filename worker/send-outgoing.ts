import { randomUUID } from 'node:crypto'
import { attemptSubmission } from '../lib/domain/outbox/attempt-submission'
import { claimOutgoing } from '../lib/domain/outbox/claim-outgoing'
import { nextOutgoingIn } from '../lib/domain/outbox/next-due'
import { reconcileUnknown } from '../lib/domain/outbox/reconcile-unknown'
import { recoverCrashed } from '../lib/domain/outbox/recover-crashed'
import { log } from '../lib/platform/log'
import type { SubmitTimeouts } from '../lib/protocols/smtp/submission'
import { listenOutbox } from './listen-outbox'
import { type Running, WakeLoop } from './wake-loop'

export type SendOptions = { concurrency?: number; timeouts?: SubmitTimeouts }

const CONCURRENCY = 20
/** Something is due but may not go yet (its mailbox pauses or is busy): look again after this. */
const BLOCKED_MS = 500
const TEND_MS = 1_000
const STOP_MS = 2_500

/**
 * The sending loop: any number of workers may run it on one database. `stop` takes no more messages and waits for
 * those under way, at most 2.5 s; what is left is found by its lease.
 */
export function startSendOutgoing(options: SendOptions = {}): Running {
  const worker = `${process.pid}:${randomUUID()}`
  const underWay = new Set<Promise<void>>()
  const most = options.concurrency ?? CONCURRENCY

  const begin = async (): Promise<boolean> => {
    const lease = await claimOutgoing(worker)
    if (!lease) return false
    const attempt = attemptSubmission(lease, options.timeouts)
      .catch((error: unknown) =>
        log.error({ err: error, outgoingId: lease.id }, 'an attempt to send broke off'),
      )
      .finally(() => {
        underWay.delete(attempt)
        loop.wake()
      })
    underWay.add(attempt)
    return true
  }
  let isStopping = false
  let tendedAt = 0
  /** What is not about a message just queued: not at every wake-up. */
  const tend = async () => {
    tendedAt = Date.now()
    await recoverCrashed()
    void reconcileUnknown().catch((error: unknown) => log.error({ err: error }, 'reconciling failed'))
  }
  const loop = new WakeLoop('send-outgoing', async () => {
    if (Date.now() - tendedAt >= TEND_MS) await tend()
    while (!isStopping && underWay.size < most && (await begin()));
    const next = await nextOutgoingIn()
    return next === null ? null : Math.max(next, BLOCKED_MS * Number(next <= 0))
  })
  const ear = listenOutbox(() => loop.wake())
  loop.start()
  return {
    stop: async () => {
      isStopping = true
      await Promise.all([loop.stop(), ear.stop()])
      await Promise.race([
        Promise.allSettled(underWay),
        new Promise((resolve) => setTimeout(resolve, STOP_MS).unref()),
      ])
    },
  }
}
