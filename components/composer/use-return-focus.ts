'use client'
import { useEffect, useRef } from 'react'
import { useComposers } from './composer-store'

/** When a composer closes or shrinks, the focus goes back to where the person was when it opened. */
export function useReturnFocus(): void {
  const { open } = useComposers()
  const isShown = open.some((composition) => !composition.minimised)
  const cameFrom = useRef<HTMLElement | null>(null)
  const wasShown = useRef(false)
  if (isShown && !wasShown.current && typeof document !== 'undefined')
    cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
  useEffect(() => {
    if (!isShown && wasShown.current && cameFrom.current?.isConnected) cameFrom.current.focus()
    wasShown.current = isShown
  }, [isShown])
}
