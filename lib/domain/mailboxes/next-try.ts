/** What is known of a mailbox's failures so far. */
export type Failures = { failures: number; signInFailures: number }

export type NextTry = Failures & { state: 'trouble' | 'signed-out'; waitMs: number | null }

const FIRST_MS = 1_000
const LONGEST_MS = 5 * 60_000
const SIGN_IN_TRIES = 3

/**
 * When to connect again. Full jitter between nothing and 1 s, 2 s, 4 s … 5 min, so that a returning server is not
 * stormed; after a refused password once in 5 minutes, and after the third not at all until there is a new one.
 * `random` is in [0, 1).
 */
export function nextTry(before: Failures, isPasswordRefused: boolean, random: number): NextTry {
  const failures = before.failures + 1
  if (isPasswordRefused) {
    const signInFailures = before.signInFailures + 1
    const isOver = signInFailures >= SIGN_IN_TRIES
    return {
      failures,
      signInFailures,
      state: isOver ? 'signed-out' : 'trouble',
      waitMs: isOver ? null : LONGEST_MS,
    }
  }
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(before.failures, 20))
  return {
    failures,
    signInFailures: before.signInFailures,
    state: 'trouble',
    waitMs: Math.max(200, Math.round(ceiling * random)),
  }
}
