import { log } from '../lib/platform/log'

/** What every loop of the worker gives to who starts it. */
export type Running = { stop(): Promise<void> }

/**
 * Runs `round` again and again: after the pause it asks for (ms; null: the longest), or as soon as somebody calls
 * `wake`. A round that throws is logged and comes again after a second.
 */
export class WakeLoop {
  private isStopping = false
  private isAwake = false
  private wakeUp: () => void = () => undefined
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly name: string,
    private readonly round: () => Promise<number | null>,
    private readonly longestPause = 5_000,
  ) {}

  start(): void {
    this.running = this.run()
  }

  wake(): void {
    this.isAwake = true
    this.wakeUp()
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.isStopping = true
    this.wake()
    await this.running
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      this.isAwake = false
      const pause = await this.round().catch((error: unknown) => {
        log.error({ err: error, loop: this.name }, 'a round of the worker failed')
        return 1_000
      })
      await this.sleep(Math.min(pause ?? this.longestPause, this.longestPause))
    }
  }

  private sleep(ms: number): Promise<void> {
    if (this.isAwake) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms))
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
