import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Config } from '../../lib/platform/config'

// long enough for the web process of a launcher that was just killed to go
const PATIENCE = 6_000

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'is not allowed to this user',
}

/** Fails early, and by the variable's name, when the web server could not listen. */
export async function waitForFreePort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const code = await tryToListen(host, port)
    if (!code) return
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Error(`HOST: ${host} is no address of this machine`)
    if (code !== 'EADDRINUSE' || Date.now() > deadline)
      throw new Error(`PORT: ${port} ${REASONS[code] ?? code}`)
    await delay(200)
  }
}

function tryToListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}
