import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import { type Ref, type SelectHTMLAttributes, useId } from 'react'
import { controlClass, describedBy, FieldFrame, type FieldLabels } from './field-frame'

type SelectProps = FieldLabels &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'children'> & {
    options: { value: string; label: string }[]
    ref?: Ref<HTMLSelectElement>
  }

/** The browser's own select: it knows phones, screen readers and type-ahead better than we would. */
export function Select({ label, hint, error, hideLabel, options, className, ...rest }: SelectProps) {
  const id = useId()
  const labels = { label, hint, error, hideLabel }
  return (
    <FieldFrame id={id} {...labels}>
      <span className="relative block">
        <select
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, labels)}
          className={clsx(controlClass, 'h-9 appearance-none pr-8', className)}
          {...rest}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          size={16}
          aria-hidden
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-ink-faint"
        />
      </span>
    </FieldFrame>
  )
}
