'use client'
import { clsx } from 'clsx'
import { Switch as Radix } from 'radix-ui'
import { useId } from 'react'

type SwitchProps = {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  label: string
  disabled?: boolean
}

/** For a setting that takes effect at once; a choice that waits for a button is a Checkbox. */
export function Switch({ checked, onCheckedChange, label, disabled }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4 pointer-coarse:min-h-11">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onCheckedChange}
        className={clsx(
          'h-5 w-9 shrink-0 rounded-full border border-outline bg-paper transition-colors duration-100',
          'data-[state=checked]:border-signal data-[state=checked]:bg-signal disabled:opacity-50',
        )}
      >
        <Radix.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-ink-soft transition-transform duration-100 data-[state=checked]:translate-x-[18px] data-[state=checked]:bg-signal-ink" />
      </Radix.Root>
    </div>
  )
}
