import { randomInt } from 'node:crypto'
import getPort from 'get-port'

// Below the range from which systems hand out ports, so that nobody is given one of ours before we listen on it.
const LOWEST = 15_000
const HIGHEST = 31_999

/** A free loopback port for a server that a test starts a moment later. */
export function ownPort(): Promise<number> {
  const port = Array.from({ length: 50 }, () => randomInt(LOWEST, HIGHEST))
  return getPort({ host: '127.0.0.1', port })
}
