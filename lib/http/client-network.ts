import net from 'node:net'

type HeaderValue = string | string[] | undefined

/**
 * The client's address as the nearest proxy, or our own server, wrote it: the last entry of X-Forwarded-For. Earlier
 * entries are whatever the client claims.
 */
export function clientAddress(header: (name: string) => HeaderValue): string {
  const value = header('x-forwarded-for')
  const last = (Array.isArray(value) ? value.join(',') : (value ?? '')).split(',').at(-1)?.trim() ?? ''
  const address = last.replace(/^::ffff:/i, '')
  return net.isIP(address) ? address : 'unknown'
}

/** What belongs to one subscriber: an IPv4 address, or the /64 an IPv6 address lies in (RFC 6177). */
export function networkOf(address: string): string {
  if (!net.isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
