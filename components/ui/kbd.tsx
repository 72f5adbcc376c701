import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border border-hairline bg-paper px-1 font-sans text-[11px] text-ink-soft leading-none">
      {children}
    </kbd>
  )
}
