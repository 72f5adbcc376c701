import type { ChangeResults } from '@/lib/contract/messages'

/** Some of the messages could not be changed, and this is why. */
export class ChangeRefused extends Error {
  readonly reasons: string[]

  constructor(reasons: string[]) {
    super(reasons.join(' '))
    this.name = 'ChangeRefused'
    this.reasons = reasons
  }
}

/** Throws ChangeRefused with each reason once, unless every message was changed. */
export function assertAllChanged({ results }: ChangeResults): void {
  const refused = results.filter((result) => !result.ok)
  if (refused.length === 0) return
  throw new ChangeRefused([...new Set(refused.flatMap((result) => result.problem ?? []))])
}
