/**
 * Calls `act` for a key at once, and again at most every `pauseMs` as long as the key keeps coming: a burst of
 * events (a first synchronisation, a bulk change) becomes a few questions to the server instead of one for each.
 */
export function coalesce<K>(act: (key: K) => void, pauseMs: number): (key: K) => void {
  const resting = new Map<string, boolean>()
  const run = (key: K, name: string) => {
    resting.set(name, false)
    act(key)
    setTimeout(() => {
      const came = resting.get(name)
      resting.delete(name)
      if (came) run(key, name)
    }, pauseMs)
  }
  return (key) => {
    const name = JSON.stringify(key)
    if (resting.has(name)) resting.set(name, true)
    else run(key, name)
  }
}
