import { clsx } from 'clsx'

/** A quiet bar in the place of text to come. Give it the true size; wrap it in what has the true geometry. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx('block animate-breathe rounded-sm bg-hairline', className ?? 'h-3 w-full')}
    />
  )
}
