// Works a mail server's queue: hands each message on, tries again later, gives up in the end and says so.
import type { Clock } from '../../platform/clock'
import { domainOf } from '../people'
import { backOff, GIVE_UP_AFTER_MS } from './back-off'
import { buildBounce } from './bounce'
import { handOver, type NextHop, type Outcome } from './hand-over'
import type { QueuedMail } from './queued-mail'
import type { Spool } from './spool'

export type RelayOptions = {
  /** our name in EHLO and in reports */
  server: string
  spool: Spool
  /** where mail for a domain goes next; null when nobody takes it */
  nextHop: (domain: string) => NextHop | null
  clock: Clock
}

export class Relay {
  private readonly options: RelayOptions
  private timer: NodeJS.Timeout | undefined
  private round: Promise<void> | null = null
  private isAgain = false
  private isStopped = false

  constructor(options: RelayOptions) {
    this.options = options
  }

  /** Looks at the queue now. Called at start and for every new message. */
  wake(): void {
    if (this.isStopped) return
    if (this.round) {
      this.isAgain = true
      return
    }
    this.isAgain = false
    this.round = this.workQueue().finally(() => {
      this.round = null
      if (this.isAgain) this.wake()
      else this.sleep()
    })
  }

  /** Waits for the dialogue under way, then stops. What is left stays on the disk. */
  async stop(): Promise<void> {
    this.isStopped = true
    clearTimeout(this.timer)
    await this.round
  }

  private sleep(): void {
    clearTimeout(this.timer)
    const times = this.options.spool.list().map((mail) => mail.nextAttemptAt)
    if (this.isStopped || times.length === 0) return
    const wait = Math.min(...times) - this.options.clock().getTime()
    this.timer = setTimeout(() => this.wake(), Math.max(wait, 10))
  }

  private async workQueue(): Promise<void> {
    const now = this.options.clock().getTime()
    const due = this.options.spool.list().filter((mail) => mail.nextAttemptAt <= now)
    for (const mail of due) if (!this.isStopped) await this.attempt(mail)
  }

  /** The attempt and the time of the next one are on the disk before anything is dialled. */
  private async attempt(mail: QueuedMail): Promise<void> {
    const { spool, clock } = this.options
    const attempts = mail.attempts + 1
    const tried = { ...mail, attempts, nextAttemptAt: clock().getTime() + backOff(attempts) }
    spool.save(tried)
    const raw = spool.readRaw(mail.id)
    const outcomes: Outcome[] = []
    for (const [domain, to] of byDomain(mail.to))
      outcomes.push(...(await this.offer(domain, mail.from, to, raw)))
    this.settle(tried, outcomes, raw)
  }

  private offer(domain: string, from: string, to: string[], raw: Buffer): Promise<Outcome[]> {
    const hop = this.options.nextHop(domain)
    if (hop) return handOver(hop, this.options.server, { from, to }, raw)
    const reply = '550 5.1.2 The demo post office knows no such mail domain'
    return Promise.resolve(to.map((address) => ({ address, kind: 'refused', reply })))
  }

  private settle(mail: QueuedMail, outcomes: Outcome[], raw: Buffer): void {
    const { spool, clock, server } = this.options
    const isTooOld = clock().getTime() - mail.queuedAt > GIVE_UP_AFTER_MS
    const deferred = isTooOld ? [] : outcomes.filter((outcome) => outcome.kind === 'deferred')
    const lost = outcomes.filter(
      (outcome) => outcome.kind === 'refused' || (isTooOld && outcome.kind === 'deferred'),
    )
    if (lost.length > 0 && mail.from) {
      const report = buildBounce(server, { from: mail.from, raw }, lost, clock())
      spool.add({ from: '', to: [mail.from] }, report, clock())
      this.isAgain = true
    }
    if (deferred.length === 0) spool.remove(mail.id)
    else
      spool.save({ ...mail, to: deferred.map((each) => each.address), lastReply: deferred[0]?.reply ?? '' })
  }
}

function byDomain(addresses: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const address of addresses) {
    const domain = domainOf(address)
    groups.set(domain, [...(groups.get(domain) ?? []), address])
  }
  return groups
}
