import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type BadgeTone = 'plain' | 'signal' | 'success' | 'warning' | 'danger'

const tones: Record<BadgeTone, string> = {
  plain: 'border-hairline text-ink-soft',
  signal: 'border-transparent bg-signal text-signal-ink',
  success: 'border-current text-success',
  warning: 'border-current text-warning',
  danger: 'border-current text-danger',
}

/** One or two words of state. The words carry the meaning; the colour only helps. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border px-2 font-medium text-xs',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
