// A few threads with one job each. A job that takes too long costs its thread, never the process.
import type { Worker } from 'node:worker_threads'
import type { MimeAnswer, MimeJob } from './messages'
import { startWorker } from './start-worker'

export type PoolOptions = {
  size: number
  /** milliseconds a job may take */
  timeout: number
  /** milliseconds without a job after which a thread gives its memory back; it starts anew when needed */
  idle: number
  /** another thread than ours, for tests of the pool itself */
  start?: () => Promise<Worker>
}
type Waiting = { job: MimeJob; resolve: (answer: MimeAnswer) => void }
type Slot = { worker: Promise<Worker> | null; busy: boolean; rest?: NodeJS.Timeout }

/** Runs jobs in order of arrival. Always resolves: `failed` with reason `timeout` or the thread's own words. */
export class MimePool {
  private readonly queue: Waiting[] = []
  private readonly slots: Slot[]

  constructor(private readonly options: PoolOptions) {
    this.slots = Array.from({ length: options.size }, () => ({ worker: null, busy: false }))
  }

  run(job: MimeJob): Promise<MimeAnswer> {
    return new Promise((resolve) => {
      this.queue.push({ job, resolve })
      this.next()
    })
  }

  /** Ends all threads; for tests and for shutting down. */
  async close(): Promise<void> {
    await Promise.all(this.slots.map((slot) => this.discard(slot)))
  }

  private next(): void {
    const slot = this.slots.find((one) => !one.busy)
    const waiting = slot && this.queue.shift()
    if (!slot || !waiting) return
    slot.busy = true
    clearTimeout(slot.rest)
    void this.work(slot, waiting.job)
      .catch((error: unknown): MimeAnswer => ({ kind: 'failed', reason: String(error) }))
      .then((answer) => {
        slot.busy = false
        waiting.resolve(answer)
        this.next()
      })
  }

  private async work(slot: Slot, job: MimeJob): Promise<MimeAnswer> {
    const worker = await this.workerOf(slot)
    // A thread at work keeps the process alive, an idle one does not.
    worker.ref()
    const answer = await ask(worker, job, this.options.timeout)
    worker.unref()
    if (answer.kind === 'failed') await this.discard(slot)
    else slot.rest = setTimeout(() => void this.discard(slot), this.options.idle).unref()
    return answer
  }

  private async workerOf(slot: Slot): Promise<Worker> {
    slot.worker ??= (this.options.start ?? startWorker)()
    const started = slot.worker
    const forget = () => {
      if (slot.worker === started) slot.worker = null
    }
    try {
      const worker = await started
      if (worker.listenerCount('exit') > 0) return worker
      // An error of an idle thread must not end the process; one at work is heard by `ask` too.
      return worker.on('error', () => {}).on('exit', forget)
    } catch (error) {
      forget()
      throw error
    }
  }

  private async discard(slot: Slot): Promise<void> {
    const worker = slot.worker
    slot.worker = null
    clearTimeout(slot.rest)
    if (worker) await (await worker).terminate()
  }
}

function ask(worker: Worker, job: MimeJob, timeout: number): Promise<MimeAnswer> {
  return new Promise((resolve) => {
    const finish = (answer: MimeAnswer) => {
      clearTimeout(timer)
      worker.off('message', finish).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    const fail = (reason: string) => finish({ kind: 'failed', reason })
    const onError = (error: unknown) => fail(String(error))
    const onExit = () => fail('exit')
    const timer = setTimeout(() => fail('timeout'), timeout)
    worker.once('message', finish).once('error', onError).once('exit', onExit)
    worker.postMessage(job)
  })
}
