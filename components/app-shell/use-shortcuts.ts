'use client'
import { useEffect, useRef } from 'react'
import { isTyping, nameOfKey, type ShortcutMap } from './shortcuts'

/** Listens on the whole page while mounted. The map may change with every render. */
export function useShortcuts(map: ShortcutMap): void {
  const latest = useRef(map)
  useEffect(() => {
    latest.current = map
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return
      const act = latest.current[nameOfKey(event)]
      if (!act) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
