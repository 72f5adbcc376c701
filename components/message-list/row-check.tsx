'use client'
import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'

type RowCheckProps = { isSelected: boolean; label: string; onToggle: (event: MouseEvent) => void }

/** Takes the place of the unread dot on hover and selection, so nothing moves. Keyboard users press x. */
export function RowCheck({ isSelected, label, onToggle }: RowCheckProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isSelected}
      aria-label={label}
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation()
        onToggle(event)
      }}
      className={clsx(
        'absolute inset-y-0 left-0 flex w-8 items-center justify-center',
        !isSelected && 'opacity-0 group-hover/row:opacity-100 group-data-selecting/list:opacity-100',
      )}
    >
      <span
        className={clsx(
          'flex size-4 items-center justify-center rounded-sm border',
          isSelected ? 'border-signal bg-signal text-signal-ink' : 'border-outline bg-surface',
        )}
      >
        {isSelected ? <Check size={12} strokeWidth={3} aria-hidden /> : null}
      </span>
    </button>
  )
}
