// The open composers of this browser tab. Screens ask with openComposer; the composer layer draws them.
import { useSyncExternalStore } from 'react'
import type { MessageDetail } from '@/lib/contract/messages'
import { type ComposerAction, type ComposerState, composerReducer, NOTHING_OPEN } from './composer-reducer'
import type { Composition } from './composition'

/**
 * What to open. Without `mailboxId` the first mailbox is meant, as soon as it is known. `message` is the one answered or forwarded. `to` is a line of addresses (a mailto link, a contact).
 * `draftId` opens a draft kept on the server.
 */
export type ComposeRequest =
  | { kind: 'new'; mailboxId?: string | undefined; to?: string; subject?: string; text?: string }
  | { kind: 'reply' | 'reply-all' | 'forward'; mailboxId: string; message: MessageDetail }
  | { kind: 'draft'; draftId: string }

type Snapshot = ComposerState & { requests: ComposeRequest[] }
const NOTHING: Snapshot = { ...NOTHING_OPEN, requests: [] }

let snapshot: Snapshot = NOTHING
const listeners = new Set<() => void>()

function set(next: Snapshot): void {
  snapshot = next
  for (const listener of listeners) listener()
}

/** Opens a composer over whatever is on screen. Quoting happens in the layer, which knows the language. */
export function openComposer(request: ComposeRequest): void {
  set({ ...snapshot, requests: [...snapshot.requests, request] })
}

export function dispatch(action: ComposerAction): void {
  set({ ...snapshot, ...composerReducer(snapshot, action, new Date().toISOString()) })
}

/** Hands the waiting requests to the layer, once. */
export function takeRequests(): ComposeRequest[] {
  const { requests } = snapshot
  if (requests.length > 0) set({ ...snapshot, requests: [] })
  return requests
}

export const composerSnapshot = (): Snapshot => snapshot

export function compositionOf(key: string): Composition | undefined {
  return snapshot.open.find((composition) => composition.key === key)
}

export function subscribeToComposers(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useComposers(): Snapshot {
  return useSyncExternalStore(subscribeToComposers, composerSnapshot, () => NOTHING)
}
