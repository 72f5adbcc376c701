import { fileNext } from '../lib/domain/outbox/file-in-sent'
import { nextFiling } from '../lib/domain/outbox/next-due'
import { log } from '../lib/platform/log'
import { listenOutbox } from './listen-outbox'
import { type Running, WakeLoop } from './wake-loop'

const LANES = 3
const STOP_MS = 2_500

/** The filing loop: puts copies of accepted messages into Sent, three at a time. */
export function startFileSent(): Running {
  let isStopping = false
  const lane = async (): Promise<void> => {
    while (!isStopping && (await fileNext()));
  }
  const loop = new WakeLoop('file-sent', async () => {
    const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
    for (const one of ended) if (one.status === 'rejected') log.error({ err: one.reason }, 'filing failed')
    return nextFiling()
  })
  const ear = listenOutbox(() => loop.wake())
  loop.start()
  return {
    stop: async () => {
      isStopping = true
      const stopped = Promise.all([loop.stop(), ear.stop()])
      await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())])
    },
  }
}
