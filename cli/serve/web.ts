// The web process: Next.js behind an HTTP server of our own, because `next start` does not end while a browser
// holds an event stream open.
import http from 'node:http'
import next from 'next'
import { parseConfig } from '../../lib/platform/config'
import { log } from '../../lib/platform/log'
import { settleForwarded } from './settle-forwarded'
import { firstAnswer, warmUp } from './warm-up'

const STREAMS_PATIENCE = 1_500
const END_PATIENCE = 4_000

process.env.NEXT_MANUAL_SIG_HANDLE = 'true'

async function main() {
  const { host, port } = parseConfig(process.env)
  const app = next({ dev: process.env.NODE_ENV === 'development', hostname: host, port })
  await app.prepare()
  const handle = app.getRequestHandler()
  const server = http.createServer((request, response) => {
    settleForwarded(request)
    handle(request, response).catch((error) => {
      log.error({ err: error }, 'a request failed outside its route')
      response.destroy()
    })
  })
  const upgrade = app.getUpgradeHandler()
  server.on('upgrade', (request, socket, head) => {
    upgrade(request, socket, head).catch(() => socket.destroy())
  })
  setLimits(server)
  stopOnSigterm(server)
  await listen(server, port, host)
  const origin = ownOrigin(host, port)
  await firstAnswer(origin)
  process.send?.({ ready: true })
  if (process.env.NODE_ENV === 'production') await warmUp(origin)
}

/** How this process reaches itself: by the address it listens on, by loopback when it listens on all. */
function ownOrigin(host: string, port: number): string {
  const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
}

/** Slow senders are cut off before they can hold every connection; uploads have five minutes. */
function setLimits(server: http.Server) {
  server.headersTimeout = 15_000
  server.requestTimeout = 300_000
  server.keepAliveTimeout = 65_000
}

function listen(server: http.Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

/** 'app:shutdown' tells event streams to say goodbye; what is still open a little later is cut. */
function stopOnSigterm(server: http.Server) {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    process.emit('app:shutdown' as never)
    setTimeout(() => server.closeAllConnections(), STREAMS_PATIENCE).unref()
    setTimeout(() => process.exit(0), END_PATIENCE).unref()
  }
  process.on('SIGTERM', stop)
}

main().catch((error: Error) => {
  log.fatal({ err: error }, 'the web process cannot start')
  process.send?.({ failed: `web: ${error.message}` }, () => process.exit(1))
})
