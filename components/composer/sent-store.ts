// Messages sent from this tab that can still be taken back.
import { useSyncExternalStore } from 'react'
import type { Composition } from './composition'

/** `until`: when Undo is taken off the screen, milliseconds since the epoch */
export type Sent = { outgoingId: string; composition: Composition; until: number }

const NONE: Sent[] = []
let sent: Sent[] = NONE
const listeners = new Set<() => void>()

function set(next: Sent[]): void {
  sent = next
  for (const listener of listeners) listener()
}

export function addSent(item: Sent): void {
  set([...sent.filter((other) => other.outgoingId !== item.outgoingId), item])
}

export function removeSent(outgoingId: string): void {
  set(sent.filter((item) => item.outgoingId !== outgoingId))
}

export function useSent(): Sent[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sent,
    () => NONE,
  )
}
