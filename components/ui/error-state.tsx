import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'

type ErrorStateProps = {
  /** what failed */
  title: string
  /** which step, and what to do */
  children?: ReactNode
  retry?: { label: string; onRetry: () => void }
  /** folded: the server's words, the request id */
  details?: { label: string; text: string }
}

export function ErrorState({ title, children, retry, details }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className="flex h-full min-h-40 flex-col items-center justify-center gap-3 p-6 text-center text-sm"
    >
      <CircleAlert size={28} strokeWidth={1.25} aria-hidden className="text-danger" />
      <p className="font-medium text-ink">{title}</p>
      {children ? <div className="max-w-[44ch] text-balance text-ink-soft">{children}</div> : null}
      {retry ? <Button onClick={retry.onRetry}>{retry.label}</Button> : null}
      {details ? (
        <details className="max-w-[60ch] text-ink-faint text-xs">
          <summary>{details.label}</summary>
          <p className="mt-1 select-text break-words font-mono">{details.text}</p>
        </details>
      ) : null}
    </div>
  )
}
