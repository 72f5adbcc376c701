import { useSyncExternalStore } from 'react'
import type { LiveState } from '@/lib/api-client/events'

export type Liveness = {
  state: LiveState /** when the cache was last known to be true */
  trueAt: number | null
}

let current: Liveness = { state: 'connecting', trueAt: null }
const listeners = new Set<() => void>()
const atStart = current

export function setLiveState(state: LiveState, now: number): void {
  // while the stream is open the data is as of now; it grows old from the moment the stream breaks
  const trueAt = state === 'open' || current.state === 'open' ? now : current.trueAt
  current = { state, trueAt }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLiveness(): Liveness {
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => atStart,
  )
}
