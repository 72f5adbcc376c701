import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../../lib/platform/config'

// long enough for the web process of a launcher that was just killed to go
const PATIENCE = 6_000

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'is not allowed to this user',
}

/** The web server's port, ours until the web process is started. */
export type HeldPort = { stop(): Promise<void> }

/**
 * Takes the port at once, and answers 503 on it until it is let go: otherwise the database or the demo could be
 * given the same port in the meantime. Fails early, and by the variable's name, when nobody could listen there.
 */
export async function holdPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<HeldPort> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const held = await tryToListen(host, port)
    if (typeof held !== 'string') return { stop: () => letGo(held) }
    if (held === 'EADDRNOTAVAIL' || held === 'ENOTFOUND')
      throw new Error(`HOST: ${host} is no address of this machine`)
    if (held !== 'EADDRINUSE' || Date.now() > deadline)
      throw new Error(`PORT: ${port} ${REASONS[held] ?? held}`)
    await delay(200)
  }
}

/** The server that listens, or the code of what went wrong. */
function tryToListen(host: string, port: number): Promise<http.Server | string> {
  return new Promise((resolve) => {
    const server = http.createServer(sayStarting)
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ host, port }, () => resolve(server))
  })
}

function sayStarting(_: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2', connection: 'close' })
  response.end(JSON.stringify({ status: 'unavailable', reasons: ['starting'] }))
}

function letGo(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
