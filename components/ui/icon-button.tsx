import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { tooltipOf } from './tooltip'

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  icon: LucideIcon
  /** the accessible name, also shown as tooltip */
  label: string
  /** a key shown beside the label in the tooltip */
  shortcut?: string
  size?: 'sm' | 'md'
  /** without the floating tooltip: for the many buttons of a list */
  bare?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ icon: Icon, label, shortcut, size = 'md', bare, ...rest }: IconButtonProps) {
  const { className, type = 'button', ...attributes } = rest
  return (
    <button
      type={type}
      aria-label={label}
      title={bare ? label : undefined}
      {...(bare ? {} : tooltipOf(label, shortcut))}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors duration-100',
        'hover:bg-hover hover:text-ink disabled:pointer-events-none disabled:opacity-45',
        'aria-pressed:bg-selection aria-pressed:text-ink',
        size === 'md' ? 'size-8 pointer-coarse:size-11' : 'size-7',
        className,
      )}
      {...attributes}
    >
      <Icon size={size === 'md' ? 18 : 16} strokeWidth={1.75} aria-hidden />
    </button>
  )
}
