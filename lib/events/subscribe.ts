import type { LiveEvent } from '../contract/events'
import { findEvents, findNewestId, hasEvent, type StoredEvent } from './event.store'
import { eventHub } from './event-hub'
import type { Channel } from './publish'
import { OVERLAP } from './recent-ids'

/** `id` is opaque and goes back in as `lastEventId`. */
export type OnEvent = (event: LiveEvent, id: string) => void

const REPLAY_LIMIT = 500

/**
 * Hears the events of `channels` from now on, or, with `lastEventId`, from there on. At least once: after a
 * reconnection an event may come again, because ids are given before commits and may commit out of order.
 * When the wanted past is no longer kept, a single `resync` stands for it.
 *
 * Resolves with `close` once listening and replayed; rejects when the database does not answer within 10 s.
 */
export async function subscribe(
  channels: Channel[],
  lastEventId: string | null,
  onEvent: OnEvent,
): Promise<() => void> {
  const waiting: StoredEvent[] = []
  let deliver = (stored: StoredEvent): void => {
    waiting.push(stored)
  }
  const remove = eventHub().add({ channels: new Set(channels), deliver: (stored) => deliver(stored) })
  try {
    await eventHub().ready()
    const past = lastEventId === null ? [] : await replay(channels, lastEventId)
    const replayed = new Set(past.map((stored) => stored.id))
    deliver = (stored) => onEvent(stored.event, String(stored.id))
    for (const stored of past) deliver(stored)
    for (const stored of waiting) if (!replayed.has(stored.id)) deliver(stored)
    return remove
  } catch (error) {
    remove()
    throw error
  }
}

async function replay(channels: Channel[], lastEventId: string): Promise<StoredEvent[]> {
  if (/^\d{1,18}$/.test(lastEventId) && (await hasEvent(BigInt(lastEventId)))) {
    const past = await findEvents(channels, BigInt(lastEventId) - OVERLAP, REPLAY_LIMIT + 1)
    if (past.length <= REPLAY_LIMIT) return past
  }
  return [{ id: await findNewestId(), channel: '', event: { type: 'resync' } }]
}
