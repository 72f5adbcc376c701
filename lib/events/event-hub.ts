import { z } from 'zod'
import { LiveEvent } from '../contract/events'
import { AppError } from '../platform/errors'
import { log } from '../platform/log'
import { processSingleton } from '../platform/process-singleton'
import { findEvents, findNewestId, type StoredEvent } from './event.store'
import { listenForever } from './listen'
import { OVERLAP, RecentIds } from './recent-ids'

export type Subscriber = { channels: Set<string>; deliver: (stored: StoredEvent) => void }

const Notification = z.object({ id: z.coerce.bigint(), channel: z.string(), event: LiveEvent })
const READY_TIMEOUT_MS = 10_000
const CATCH_UP_LIMIT = 5_000

/** Spreads what the process's one LISTEN connection hears to everybody who asked for it. */
export class EventHub {
  private readonly subscribers = new Set<Subscriber>()
  private readonly recent = new RecentIds(10_000)
  private readonly stop = new AbortController()
  private readonly running: Promise<void>
  private cursor: bigint | null = null
  private announceReady: () => void = () => undefined
  private readonly firstListening = new Promise<void>((resolve) => {
    this.announceReady = resolve
  })

  constructor() {
    this.running = listenForever(
      { onPayload: (payload) => this.hear(payload), onListening: () => this.catchUp() },
      this.stop.signal,
    )
  }

  /** Answers the function that takes the subscriber out again. */
  add(subscriber: Subscriber): () => void {
    this.subscribers.add(subscriber)
    return () => void this.subscribers.delete(subscriber)
  }

  /** Resolves once LISTEN has been in force; rejects after 10 s. */
  async ready(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<never>((_, reject) => {
      const error = new AppError(
        'unavailable',
        'events-unavailable',
        'Live events are not available just now.',
      )
      timer = setTimeout(() => reject(error), READY_TIMEOUT_MS)
    })
    await Promise.race([this.firstListening, tooLong]).finally(() => clearTimeout(timer))
  }

  async close(): Promise<void> {
    this.stop.abort()
    await this.running
  }

  private hear(payload: string): void {
    const parsed = Notification.safeParse(parseJson(payload))
    if (parsed.success) this.spread(parsed.data)
    else log.warn('a live event could not be read')
  }

  /** After a (re)connection: tells what was committed while nobody listened. */
  private async catchUp(): Promise<void> {
    if (this.cursor === null) this.cursor = await findNewestId()
    else await this.spreadMissed(this.cursor)
    this.announceReady()
  }

  private async spreadMissed(since: bigint): Promise<void> {
    const channels = [...new Set([...this.subscribers].flatMap((subscriber) => [...subscriber.channels]))]
    const missed = await findEvents(channels, since - OVERLAP, CATCH_UP_LIMIT)
    if (missed.length < CATCH_UP_LIMIT) {
      for (const stored of missed) this.spread(stored)
      return
    }
    this.cursor = await findNewestId()
    const resync: StoredEvent = { id: this.cursor, channel: '', event: { type: 'resync' } }
    for (const subscriber of this.subscribers) subscriber.deliver(resync)
  }

  private spread(stored: StoredEvent): void {
    if (!this.recent.isNew(stored.id)) return
    if (this.cursor !== null && stored.id > this.cursor) this.cursor = stored.id
    for (const subscriber of this.subscribers) {
      if (subscriber.channels.has(stored.channel)) subscriber.deliver(stored)
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const holder = () => processSingleton<{ hub: EventHub | null }>('event-hub', () => ({ hub: null }))

/** The process's hub, connected at first use. */
export function eventHub(): EventHub {
  const held = holder()
  held.hub ??= new EventHub()
  return held.hub
}

/** Ends the LISTEN connection: at shutdown, and between tests. */
export async function closeEventHub(): Promise<void> {
  const { hub } = holder()
  holder().hub = null
  await hub?.close()
}
