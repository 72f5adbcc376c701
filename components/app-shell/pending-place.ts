import { useSyncExternalStore } from 'react'

/**
 * Where a click has just led. Next tells of a changed address in a transition, some frames later; a message has to be
 * on screen before that. Forgotten as soon as Next has caught up, or when Back and Forward lead elsewhere.
 */
let pending: string | null = null
const listeners = new Set<() => void>()

export function setPendingPath(path: string | null): void {
  if (pending === path) return
  pending = path
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  const forget = () => setPendingPath(null)
  listeners.add(listener)
  window.addEventListener('popstate', forget)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', forget)
  }
}

/** Path and query that were just gone to, null when the router knows them already. */
export const usePendingPath = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => pending,
    () => null,
  )
