import type { IncomingMessage } from 'node:http'
import net from 'node:net'

const near = new net.BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

const TOLD_BY_PROXIES = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Believes X-Forwarded-* only from a proxy on this machine or its private network. From anybody else the headers
 * are taken away and X-Forwarded-For is who really connected, so that sign-in limits cannot be dodged by a header.
 */
export function settleForwarded(request: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/i, '')
  const isNear = net.isIP(peer) !== 0 && near.check(peer, net.isIPv6(peer) ? 'ipv6' : 'ipv4')
  if (isNear && request.headers['x-forwarded-for'] !== undefined) return
  if (!isNear) for (const name of TOLD_BY_PROXIES) delete request.headers[name]
  request.headers['x-forwarded-for'] = peer
}
