import type { ChangeResults } from '../../contract/messages'

/** One result for each id asked for, in that order; `problems` by id, and what one may not see is not found. */
export function resultsFor(
  ids: string[],
  allowed: { id: string }[],
  problems: ReadonlyMap<string, string> = new Map(),
): ChangeResults {
  const known = new Set(allowed.map((row) => row.id))
  return {
    results: ids.map((id) => {
      const problem = known.has(id) ? problems.get(id) : 'not-found'
      return problem ? { id, ok: false, problem } : { id, ok: true }
    }),
  }
}
