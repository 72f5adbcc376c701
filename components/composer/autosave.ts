// Keeps every open composer saved: at once on this device, within three seconds on the server.
import { composerSnapshot, subscribeToComposers } from './composer-store'
import type { Composition } from './composition'
import { removeCopy, writeCopy } from './local-copies'
import { isUnsaved, saveNow } from './save-draft'

const QUIET_MS = 1_200
const LONGEST_MS = 2_500
const RETRY_MS = 5_000

type Watched = { edits: number; since: number; timer: ReturnType<typeof setTimeout> | undefined }

/** Starts watching the store; the answer stops it. One per tab, started by the composer layer. */
export function startAutosave(): () => void {
  const watched = new Map<string, Watched>()
  const written = new Map<string, Composition>()

  function look(): void {
    const { open } = composerSnapshot()
    for (const key of [...written.keys()]) if (!open.some((c) => c.key === key)) forget(key)
    for (const composition of open) {
      copy(composition)
      plan(composition)
    }
  }

  function forget(key: string): void {
    clearTimeout(watched.get(key)?.timer)
    watched.delete(key)
    written.delete(key)
    removeCopy(key)
  }

  function copy(composition: Composition): void {
    if (written.get(composition.key) === composition) return
    written.set(composition.key, composition)
    if (composition.edits > 0) writeCopy(composition)
  }

  function plan(c: Composition): void {
    const before = watched.get(c.key)
    if (!isUnsaved(c) || c.save.kind === 'saving' || c.send.kind === 'sending') return
    if (before?.timer && before.edits === c.edits) return
    clearTimeout(before?.timer)
    const since = before?.timer ? before.since : Date.now()
    const wait = c.save.kind === 'on-this-device' ? RETRY_MS : QUIET_MS
    const delay = Math.max(0, Math.min(wait, since + Math.max(wait, LONGEST_MS) - Date.now()))
    const timer = setTimeout(() => {
      watched.delete(c.key)
      void saveNow(c.key)
    }, delay)
    watched.set(c.key, { edits: c.edits, since, timer })
  }

  function hurry(): void {
    for (const c of composerSnapshot().open)
      if (isUnsaved(c) && c.send.kind !== 'sending') void saveNow(c.key)
  }

  const unsubscribe = subscribeToComposers(look)
  window.addEventListener('online', hurry)
  window.addEventListener('pagehide', hurry)
  look()
  return () => {
    unsubscribe()
    for (const { timer } of watched.values()) clearTimeout(timer)
    window.removeEventListener('online', hurry)
    window.removeEventListener('pagehide', hurry)
  }
}
