'use client'
import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { RadioGroup } from 'radix-ui'

type Option<T extends string> = { value: T; label: string; icon?: LucideIcon }

type SegmentedControlProps<T extends string> = {
  label: string
  value: T
  options: Option<T>[]
  onValueChange: (value: T) => void
}

/** One of two to four choices, all in sight; a radio group to assistive technology. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const pick = (value: string) => {
    const option = props.options.find((candidate) => candidate.value === value)
    if (option) props.onValueChange(option.value)
  }
  return (
    <RadioGroup.Root
      aria-label={props.label}
      value={props.value}
      onValueChange={pick}
      orientation="horizontal"
      className="inline-flex gap-0.5 rounded-md border border-hairline bg-paper p-0.5"
    >
      {props.options.map(({ value, label, icon: Icon }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          className={clsx(
            'inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-ink-soft text-sm pointer-coarse:h-10',
            'hover:text-ink data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-ink',
            'data-[state=checked]:shadow-[0_0_0_1px_var(--hairline)]',
          )}
        >
          {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
          {label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
