import type { WorkHint } from '../lib/domain/mailboxes/ask-worker'
import { watchableMailboxes } from '../lib/domain/mailboxes/watchable-mailboxes'
import { log } from '../lib/platform/log'
import type { Running } from './wake-loop'
import { MailboxWatch } from './watch-mailbox'
import { WorkLine } from './work-line'

/** A mailbox that another worker lost is taken over after this at the latest. */
const LOOK_ROUND_MS = 20_000
const AFTER_LOSS_MS = 1_000

/** Watches every mailbox that no other worker watches; new ones at once, by NOTIFY. */
export function startWatchMailboxes(): Running {
  const stop = new AbortController()
  const running = (async () => {
    while (!stop.signal.aborted) {
      try {
        await new Shift(stop.signal).work()
      } catch (error) {
        log.warn({ err: error }, 'the worker lost its line to the database; all mailboxes are taken up anew')
      }
      if (!stop.signal.aborted) await new Promise((resolve) => setTimeout(resolve, AFTER_LOSS_MS))
    }
  })()
  return {
    stop: async () => {
      stop.abort()
      await running
    },
  }
}

/** From one work line's beginning to its end. */
class Shift {
  private readonly watches = new Map<string, MailboxWatch>()
  private lookAgain: () => void = () => undefined
  private mustLook = true

  constructor(private readonly signal: AbortSignal) {}

  async work(): Promise<void> {
    const line = await WorkLine.open((hint) => this.hear(hint))
    const pinging = line.keepAlive()
    let isLost = false
    void line.lost.then(() => {
      isLost = true
      this.wake()
    })
    this.signal.addEventListener('abort', () => this.wake(), { once: true })
    try {
      while (!this.signal.aborted && !isLost) {
        await this.lookRound(line)
        await this.rest()
      }
    } finally {
      clearInterval(pinging)
      await Promise.all([...this.watches.values()].map((watch) => watch.stop()))
      await line.close()
    }
  }

  private hear(hint: WorkHint): void {
    const watch = this.watches.get(hint.mailboxId)
    if (hint.kind === 'changes') watch?.agenda.pushSoon()
    if (hint.kind === 'folder') watch?.agenda.lookSoon(hint.folderId)
    if (hint.kind !== 'mailbox') return
    watch?.renew()
    this.wake()
  }

  private wake(): void {
    this.mustLook = true
    this.lookAgain()
  }

  private async lookRound(line: WorkLine): Promise<void> {
    this.mustLook = false
    for (const mailboxId of await watchableMailboxes()) {
      if (this.signal.aborted) return
      if (!this.watches.has(mailboxId) && (await line.takeMailbox(mailboxId))) this.begin(line, mailboxId)
    }
  }

  private begin(line: WorkLine, mailboxId: string): void {
    const watch = new MailboxWatch(mailboxId)
    this.watches.set(mailboxId, watch)
    void watch.ended.then(async () => {
      this.watches.delete(mailboxId)
      await line.leaveMailbox(mailboxId).catch(() => undefined)
    })
  }

  private rest(): Promise<void> {
    if (this.mustLook || this.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_ROUND_MS)
      this.lookAgain = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
