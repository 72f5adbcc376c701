import { clsx } from 'clsx'
import type { ButtonHTMLAttributes, Ref } from 'react'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md'

/** The classes of a button, for the rare link that must look like one. */
export function buttonClass(tone: ButtonTone = 'secondary', size: ButtonSize = 'md'): string {
  return clsx(
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium',
    'transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50',
    'pointer-coarse:min-h-11',
    size === 'md' ? 'h-8 px-3 text-sm' : 'h-7 px-2.5 text-xs',
    tone === 'primary' && 'bg-signal text-signal-ink hover:bg-signal-strong',
    tone === 'secondary' && 'border border-hairline bg-surface text-ink hover:border-outline',
    tone === 'quiet' && 'text-ink-soft hover:bg-hover hover:text-ink',
    tone === 'danger' && 'bg-danger-ground text-white hover:brightness-110',
  )
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: ButtonTone
  size?: ButtonSize
  ref?: Ref<HTMLButtonElement>
}

export function Button({ tone, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={clsx(buttonClass(tone, size), className)} {...rest} />
}
