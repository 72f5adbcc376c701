/** What a mailbox was asked to do out of turn, and a sleep that this ends. */
export class Agenda {
  private wakeUp: (() => void) | null = null
  private hasChanges = true
  private readonly folderIds = new Set<string>()

  /** Somebody changed messages in the cache. */
  pushSoon(): void {
    this.hasChanges = true
    this.wakeUp?.()
  }

  /** Somebody opened this folder. */
  lookSoon(folderId: string): void {
    this.folderIds.add(folderId)
    this.wakeUp?.()
  }

  get isUrgent(): boolean {
    return this.hasChanges || this.folderIds.size > 0
  }

  takeChanges(): boolean {
    const had = this.hasChanges
    this.hasChanges = false
    return had
  }

  takeFolder(): string | null {
    const [first] = this.folderIds
    if (first) this.folderIds.delete(first)
    return first ?? null
  }

  /** Sleeps `ms`, less when something comes in or the signal aborts. */
  rest(ms: number, signal: AbortSignal): Promise<void> {
    if (this.isUrgent || signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        this.wakeUp = null
        resolve()
      }
      const timer = setTimeout(end, ms)
      signal.addEventListener('abort', end, { once: true })
      this.wakeUp = end
    })
  }
}
