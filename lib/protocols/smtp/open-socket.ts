import type { LookupAddress } from 'node:dns'
import dns from 'node:dns/promises'
import { once } from 'node:events'
import net, { type LookupFunction } from 'node:net'
import tls from 'node:tls'
import { nameFailure } from '../imap/name-failure'
import type { ConnectStep, MailServer } from '../mail-server'

/** Verifies chain and name, TLS 1.2 at least; `ca` adds to the system's authorities, never replaces them. */
export function tlsOptionsOf({ endpoint, ca }: MailServer): tls.ConnectionOptions {
  return {
    host: endpoint.host,
    servername: net.isIP(endpoint.host) ? '' : endpoint.host,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(ca ? { ca: [...tls.rootCertificates, ca] } : {}),
  }
}

/**
 * Looks the name up, connects and, for implicit TLS, secures. `onStep` hears each step as it begins; each may
 * take `timeout` ms. Throws MailServerError with the step that failed.
 */
export async function openSocket(
  server: MailServer,
  timeout: number,
  onStep: (step: 'name-look-up' | 'connect' | 'tls') => void,
): Promise<net.Socket> {
  const { endpoint } = server
  onStep('name-look-up')
  const addresses = await named('name-look-up', server, within(timeout, lookUp(endpoint.host)))
  onStep('connect')
  const lookup = ((_host, options, done) => {
    const first = addresses[0] as LookupAddress
    if (options.all) done(null, addresses)
    else done(null, first.address, first.family)
  }) as LookupFunction
  const socket = net.connect({ host: endpoint.host, port: endpoint.port, lookup })
  await ready(socket, 'connect', 'connect', server, timeout)
  if (endpoint.tls !== 'implicit') return socket
  onStep('tls')
  const secure = tls.connect({ ...tlsOptionsOf(server), socket })
  await ready(secure, 'secureConnect', 'tls', server, timeout)
  return secure
}

async function lookUp(host: string): Promise<LookupAddress[]> {
  const family = net.isIP(host)
  return family ? [{ address: host, family }] : dns.lookup(host, { all: true })
}

async function ready(
  socket: net.Socket,
  event: string,
  step: ConnectStep,
  server: MailServer,
  timeout: number,
): Promise<void> {
  const closed = once(socket, 'close').then(() => {
    throw Object.assign(new Error('the server closed the connection'), { code: 'NoConnection' })
  })
  closed.catch(() => undefined)
  try {
    await named(step, server, within(timeout, Promise.race([once(socket, event), closed])))
  } catch (error) {
    socket.on('error', () => undefined)
    socket.destroy()
    throw error
  }
}

async function named<T>(step: ConnectStep, server: MailServer, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw nameFailure(error, step, server.endpoint)
  }
}

async function within<T>(timeout: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })
    timer = setTimeout(() => reject(error), timeout)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
