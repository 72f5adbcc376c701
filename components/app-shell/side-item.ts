import { clsx } from 'clsx'

/** One line of the sidebar: a folder, the outbox, the settings. `--depth` indents nested folders. */
export const sideItemClass = clsx(
  'flex h-8 items-center gap-2.5 rounded-md pr-2.5 text-ink-soft text-sm hover:bg-hover hover:text-ink',
  'pl-[calc(10px+var(--depth,0)*14px)] side-folded:justify-center side-folded:px-0 pointer-coarse:h-11',
)

/** What of a line is hidden while the sidebar shows icons only; its accessible name stays. */
export const sideLabelClass = 'min-w-0 side-folded:hidden'
