import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** Nothing here: one sentence and at most one action. */
export function EmptyState(props: { icon?: LucideIcon; children: ReactNode; action?: ReactNode }) {
  const { icon: Icon, children, action } = props
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-3 p-6 text-center text-ink-faint text-sm">
      {Icon ? <Icon size={28} strokeWidth={1.25} aria-hidden /> : null}
      <p className="max-w-[36ch] text-balance">{children}</p>
      {action}
    </div>
  )
}
