'use client'
import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'

type CheckboxProps = {
  checked: boolean | 'indeterminate'
  onCheckedChange: (checked: boolean) => void
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
  name?: string
}

export function Checkbox({ checked, onCheckedChange, label, hint, disabled, name }: CheckboxProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center">
      <Radix.Root
        id={id}
        name={name}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(value) => onCheckedChange(value === true)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={clsx(
          'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-outline bg-surface',
          'data-[state=checked]:border-signal data-[state=indeterminate]:border-signal',
          'data-[state=checked]:bg-signal data-[state=indeterminate]:bg-signal disabled:opacity-50',
        )}
      >
        <Radix.Indicator className="text-signal-ink">
          {checked === 'indeterminate' ? (
            <Minus size={12} strokeWidth={3} />
          ) : (
            <Check size={12} strokeWidth={3} />
          )}
        </Radix.Indicator>
      </Radix.Root>
      <div>
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-faint text-xs">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}
