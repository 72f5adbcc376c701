import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { FolderHint } from './imap-session'

const PAUSE_MS = 30_000

/** Remembers what the server said unasked, so that nothing is lost between two waits. */
export class Hints {
  private pending: FolderHint | null = null
  private wake: (() => void) | null = null

  constructor(private readonly client: ImapFlow) {
    client.on('exists', () => this.tell('exists'))
    client.on('expunge', () => this.tell('expunge'))
    client.on('flags', () => this.tell('flags'))
    client.on('close', () => this.tell('closed'))
  }

  /** Forgets what was said before a folder was opened: opening told it anew. */
  clear(): void {
    if (this.pending?.kind !== 'closed') this.pending = null
  }

  /** IDLE (RFC 2177), else NOOP every two minutes, until a hint or the signal. imapflow renews IDLE by itself. */
  async next(signal: AbortSignal): Promise<FolderHint | null> {
    const over = new AbortController()
    const told = new Promise<void>((resolve) => {
      this.wake = resolve
      signal.addEventListener('abort', () => resolve(), { signal: over.signal })
    })
    if (!this.pending && !signal.aborted && this.client.usable) {
      await Promise.race([told, this.idle(over.signal)])
    }
    over.abort()
    this.wake = null
    const hint = this.pending ?? (this.client.usable || signal.aborted ? null : { kind: 'closed' as const })
    this.pending = null
    return hint
  }

  /** Ends by itself when the next command goes out; a lost connection shows as `close`. */
  private async idle(over: AbortSignal): Promise<void> {
    try {
      await this.client.idle()
      // the server ended or refused IDLE although nothing happened: look again, but not in a hot loop
      if (!over.aborted && this.client.usable) await wait(PAUSE_MS, undefined, { signal: over, ref: false })
      if (!over.aborted) this.tell('exists')
    } catch {
      if (!over.aborted) this.tell('closed')
    }
  }

  private tell(kind: FolderHint['kind']): void {
    const rank = { exists: 0, flags: 1, expunge: 2, closed: 3 }
    if (!this.pending || rank[kind] > rank[this.pending.kind]) this.pending = { kind }
    this.wake?.()
  }
}
