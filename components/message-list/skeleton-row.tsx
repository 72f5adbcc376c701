import { Skeleton } from '../ui/skeleton'

/** A row that is not here yet, in the geometry of one that is. */
export function SkeletonRow({ isCompact }: { isCompact: boolean }) {
  if (isCompact) {
    return (
      <div className="flex h-full items-center gap-3 pr-4 pl-8">
        <Skeleton className="h-2.5 w-24" />
        <Skeleton className="h-2.5 flex-1" />
        <Skeleton className="h-2.5 w-9" />
      </div>
    )
  }
  return (
    <div className="flex h-full flex-col justify-center gap-3 pr-4 pl-8">
      <div className="flex justify-between">
        <Skeleton className="h-2.5 w-28" />
        <Skeleton className="h-2.5 w-9" />
      </div>
      <Skeleton className="h-2.5 w-4/5" />
    </div>
  )
}
