'use client'
import { useSyncExternalStore } from 'react'

// Notices the person has hidden, remembered in this browser, the latest hundred.
const NAME = 'posthorn.hidden-notices'
const KEPT = 100
const NONE: ReadonlySet<string> = new Set()

let hidden: ReadonlySet<string> | undefined
const listeners = new Set<() => void>()

export function hideNotice(names: string[]): void {
  hidden = new Set([...read(), ...names].slice(-KEPT))
  try {
    localStorage.setItem(NAME, JSON.stringify([...hidden]))
  } catch {
    // hidden until the page is left
  }
  for (const listener of listeners) listener()
}

export function useHiddenNotices(): ReadonlySet<string> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read,
    () => NONE,
  )
}

function read(): ReadonlySet<string> {
  hidden ??= stored()
  return hidden
}

function stored(): ReadonlySet<string> {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return new Set(Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [])
  } catch {
    return NONE
  }
}
