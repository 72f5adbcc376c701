import type { SmtpPhase, SubmitTimeouts } from './submission'

/** One timer for the whole attempt: set anew at every phase and every piece of the body. */
export class Watchdog {
  onTimeout: () => void = () => undefined
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly timeouts: SubmitTimeouts) {}

  watch(phase: SmtpPhase): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.onTimeout(), this.allowed(phase))
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  private allowed(phase: SmtpPhase): number {
    const { connect, greeting, command, final } = this.timeouts
    // Opening the socket keeps its own time for each of its steps.
    if (phase === 'name-look-up' || phase === 'connect') return 3 * connect
    if (phase === 'greeting') return greeting
    return phase === 'final' ? final : command
  }
}
