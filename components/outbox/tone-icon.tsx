import { clsx } from 'clsx'
import { Check, CircleSlash, Clock, SendHorizontal, TriangleAlert } from 'lucide-react'
import type { Tone } from './state-words'

const icons = { quiet: CircleSlash, busy: SendHorizontal, good: Check, warning: Clock, danger: TriangleAlert }
const colours: Record<Tone, string> = {
  quiet: 'text-ink-faint',
  busy: 'text-ink-soft',
  good: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
}

export const toneClass = (tone: Tone): string => colours[tone]

/** A shape for each tone, so that the colour is not alone in telling. */
export function ToneIcon({ tone, size = 16 }: { tone: Tone; size?: number }) {
  const Icon = icons[tone]
  return <Icon size={size} strokeWidth={1.75} aria-hidden className={clsx('shrink-0', colours[tone])} />
}
