/** Lets at most `limit` run at a time and turns others away: for work whose memory counts and that can wait. */
export class Gate {
  private running = 0

  constructor(private readonly limit: number) {}

  /** False, and nothing done, when it is full. */
  async tryRun(work: () => Promise<unknown>): Promise<boolean> {
    if (this.running >= this.limit) return false
    this.running += 1
    try {
      await work()
      return true
    } finally {
      this.running -= 1
    }
  }
}
