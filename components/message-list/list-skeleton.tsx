import type { ROW_HEIGHT } from './message-list'
import { SkeletonRow } from './skeleton-row'

const rows = Array.from({ length: 12 }, (_, at) => at)

/** The list before its first page: rows in their true geometry, shown only when it takes longer than 150 ms. */
export function ListSkeleton({ density }: { density: keyof typeof ROW_HEIGHT }) {
  const height = density === 'compact' ? 'h-9' : 'h-16'
  return (
    <div aria-hidden className="min-h-0 flex-1 animate-late overflow-hidden">
      {rows.map((row) => (
        <div key={row} className={height}>
          <SkeletonRow isCompact={density === 'compact'} />
        </div>
      ))}
    </div>
  )
}
