'use client'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './kbd'

const WAIT_MS = 500
/** moving on from one button to the next shows its tooltip at once */
const WARM_MS = 400
const GAP = 6

type Shown = { label: string; shortcut: string | undefined; anchor: DOMRect }

/**
 * One tooltip for the whole page, for whatever carries `data-tooltip`. Shown on hover and on keyboard focus, gone with
 * Escape, a press or a scroll. By hand, because a positioned primitive for each icon costs 20 KiB at the first visit.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hiddenAt = useRef(0)

  useEffect(() => {
    const show = (target: HTMLElement) => {
      const { tooltip = '', tooltipKey } = target.dataset
      setShown({ label: tooltip, shortcut: tooltipKey, anchor: target.getBoundingClientRect() })
    }
    const hide = () => {
      clearTimeout(timer.current)
      setShown((now) => {
        if (now) hiddenAt.current = Date.now()
        return null
      })
    }
    const hover = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      const target = carrierOf(event.target)
      hide()
      if (!target) return
      const wait = Date.now() - hiddenAt.current < WARM_MS ? 0 : WAIT_MS
      timer.current = setTimeout(() => target.isConnected && show(target), wait)
    }
    const focus = (event: FocusEvent) => {
      const target = carrierOf(event.target)
      if (target?.matches(':focus-visible')) show(target)
    }
    const dismiss = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    const listeners: [string, (event: never) => void][] = [
      ['pointerover', hover],
      ['pointerdown', hide],
      ['focusin', focus],
      ['focusout', hide],
      ['keydown', dismiss],
      ['scroll', hide],
    ]
    for (const [name, listener] of listeners) document.addEventListener(name, listener as EventListener, true)
    return () => {
      for (const [name, listener] of listeners)
        document.removeEventListener(name, listener as EventListener, true)
    }
  }, [])
  return shown ? <Bubble shown={shown} /> : null
}

function carrierOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
}

function Bubble({ shown }: { shown: Shown }) {
  const bubble = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = bubble.current
    if (!element) return
    const { anchor } = shown
    const { width, height } = element.getBoundingClientRect()
    const below = anchor.bottom + GAP
    const top = below + height > window.innerHeight ? anchor.top - GAP - height : below
    const left = anchor.left + anchor.width / 2 - width / 2
    element.style.top = `${top}px`
    element.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`
  }, [shown])
  return (
    <div
      ref={bubble}
      role="tooltip"
      aria-hidden
      className="pointer-events-none fixed z-50 flex animate-appear items-center gap-2 rounded-md border border-hairline bg-raised px-2 py-1 text-ink text-xs shadow-float"
    >
      {shown.label}
      {shown.shortcut ? <Kbd>{shown.shortcut}</Kbd> : null}
    </div>
  )
}
