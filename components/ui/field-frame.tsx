import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type FieldLabels = {
  label: string
  /** one line of help under the control */
  hint?: ReactNode
  /** what is wrong and what to do; the field is marked invalid while set */
  error?: ReactNode
  /** the label is only read aloud */
  hideLabel?: boolean
}

/** Ids that tie a control to its hint and error. */
export function describedBy(id: string, { hint, error }: FieldLabels): string | undefined {
  return clsx(hint && `${id}-hint`, error && `${id}-error`) || undefined
}

export const controlClass = clsx(
  'w-full rounded-md border border-outline bg-surface px-2.5 text-base text-ink placeholder:text-ink-faint',
  'hover:border-ink-soft focus-visible:outline-offset-0 aria-invalid:border-danger disabled:opacity-60',
  'pointer-coarse:min-h-11 pointer-coarse:text-lg',
)

/** Label above, then the control, then its hint and its error. */
export function FieldFrame({ id, children, ...labels }: FieldLabels & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labels.hideLabel ? 'sr-only' : 'font-medium text-ink text-sm'}>
        {labels.label}
      </label>
      {children}
      {labels.hint ? (
        <p id={`${id}-hint`} className="text-ink-faint text-xs">
          {labels.hint}
        </p>
      ) : null}
      {labels.error ? (
        <p id={`${id}-error`} className="text-danger text-xs">
          {labels.error}
        </p>
      ) : null}
    </div>
  )
}
