/** How far before a known id a later commit may still appear: transactions last at most 30 s. */
export const OVERLAP = 100n

/** Remembers the last `capacity` ids, so that a catch-up does not tell a listener twice. */
export class RecentIds {
  private readonly ids = new Set<bigint>()
  private readonly capacity: number

  constructor(capacity: number) {
    this.capacity = capacity
  }

  /** True the first time an id is given. */
  isNew(id: bigint): boolean {
    if (this.ids.has(id)) return false
    this.ids.add(id)
    if (this.ids.size > this.capacity) this.ids.delete(this.ids.values().next().value as bigint)
    return true
  }
}
