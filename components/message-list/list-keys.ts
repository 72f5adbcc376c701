'use client'
import type { KeyboardEvent } from 'react'

type ListKeys = {
  count: number
  active: number
  /** rows that fit into the window */
  page: number
  onMove: (index: number) => void
}

/** Arrow keys, Page Up and Down, Home and End inside the grid; letters are shortcuts of the whole screen. */
export function listKeyDown({ count, active, page, onMove }: ListKeys) {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  }
  return (event: KeyboardEvent) => {
    const to = steps[event.key]
    if (to === undefined || count === 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onMove(Math.min(count - 1, Math.max(0, to)))
  }
}
