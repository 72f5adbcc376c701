import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type NoticeLineProps = {
  icon: LucideIcon
  children: ReactNode
  /** a small button at the end of the line */
  action?: ReactNode
  tone?: 'plain' | 'warning' | 'danger'
  role?: 'status' | 'alert'
}

/** One quiet line that tells something about what stands below it. */
export function NoticeLine({ icon: Icon, children, action, tone = 'plain', role }: NoticeLineProps) {
  return (
    <div role={role} className="flex min-h-8 items-start gap-2 py-2 text-ink-soft text-xs leading-4">
      <Icon
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className={clsx(
          'shrink-0',
          tone === 'plain' && 'text-ink-faint',
          tone === 'warning' && 'text-warning',
          tone === 'danger' && 'text-danger',
        )}
      />
      <span className="min-w-0 flex-1 break-words">{children}</span>
      {action}
    </div>
  )
}
