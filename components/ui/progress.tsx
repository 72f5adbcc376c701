'use client'
import { Progress as Radix } from 'radix-ui'

type ProgressProps = {
  /** done so far, 0 to max */
  value: number
  max: number
  /** accessible name */
  label: string
  /** numbers in words, "1,200 of 10,000" */
  valueText?: string
}

/** A determinate bar. Where no total is known, say so in words instead. */
export function Progress({ value, max, label, valueText }: ProgressProps) {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
  return (
    <Radix.Root
      value={Math.min(value, max)}
      max={max || 1}
      aria-label={label}
      getValueLabel={() => valueText ?? `${Math.round(part * 100)}%`}
      className="h-1 w-full overflow-hidden rounded-full bg-hairline"
    >
      <Radix.Indicator
        className="h-full w-full origin-left bg-mark transition-transform duration-150 ease-out"
        style={{ transform: `scaleX(${part})` }}
      />
    </Radix.Root>
  )
}
