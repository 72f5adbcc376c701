'use client'
import { Archive } from 'lucide-react'
import { type ReactNode, type TouchEvent, useRef, useState } from 'react'

type SwipeRowProps = { children: ReactNode; label: string; onArchive: () => void }

/** pixels to the right after which letting go archives */
const THRESHOLD = 88
/** before this the finger may still be scrolling */
const SLOP = 12

/** Touch only: swipe right to archive. The ground shows what will happen, and its colour that it will. */
export function SwipeRow({ children, label, onArchive }: SwipeRowProps) {
  const [offset, setOffset] = useState(0)
  const start = useRef<{ x: number; y: number; isSwipe: boolean } | null>(null)

  const begin = (event: TouchEvent) => {
    const touch = event.touches[0]
    // the browser's own swipe back begins at the edge
    start.current =
      touch && event.touches.length === 1 && touch.clientX > 24
        ? { x: touch.clientX, y: touch.clientY, isSwipe: false }
        : null
  }
  const move = (event: TouchEvent) => {
    const touch = event.touches[0]
    const from = start.current
    if (!touch || !from) return
    const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y]
    if (!from.isSwipe && Math.abs(dy) > SLOP) start.current = null
    else if (from.isSwipe || dx > SLOP) {
      from.isSwipe = true
      setOffset(Math.max(0, Math.min(dx, THRESHOLD * 1.6)))
    }
  }
  const end = () => {
    if (offset >= THRESHOLD) onArchive()
    start.current = null
    setOffset(0)
  }
  const isArmed = offset >= THRESHOLD
  return (
    <div
      className="h-full touch-pan-y overflow-hidden"
      onTouchStart={begin}
      onTouchMove={move}
      onTouchEnd={end}
      onTouchCancel={end}
    >
      {offset > 0 ? (
        <div
          aria-hidden
          className={`absolute inset-0 flex items-center gap-2 pl-5 font-medium text-sm ${isArmed ? 'bg-signal text-signal-ink' : 'bg-hover text-ink-soft'}`}
        >
          <Archive size={18} strokeWidth={1.75} />
          {label}
        </div>
      ) : null}
      <div
        className="relative h-full"
        style={offset > 0 ? { transform: `translateX(${offset}px)` } : undefined}
      >
        {children}
      </div>
    </div>
  )
}
