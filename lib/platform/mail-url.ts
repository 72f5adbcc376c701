import { z } from 'zod'

export type TlsMode = 'implicit' | 'starttls' | 'none'

/** Where a mail server listens. `tls: 'none'` only when it was written out. */
export type MailEndpoint = {
  protocol: 'imap' | 'smtp' | 'pop3' | 'sieve'
  host: string
  port: number
  tls: TlsMode
}

const DEFAULT_PORTS: Record<string, number> = {
  'imap:': 143,
  'imaps:': 993,
  'smtp:': 587,
  'smtps:': 465,
  'pop3:': 110,
  'pop3s:': 995,
  'sieve:': 4190,
}

/**
 * Reads `imaps://host:993`, `imap://host:143?tls=starttls`, `smtp://…?tls=none` and so on.
 * A plain scheme without `tls=` means STARTTLS, required. Throws an Error that says what is allowed;
 * credentials in the URL are refused, because URLs end up in logs.
 */
export function parseMailUrl(text: string, protocol: MailEndpoint['protocol']): MailEndpoint {
  const url = URL.canParse(text) ? new URL(text) : null
  const scheme = url?.protocol.slice(0, -1)
  const plain = scheme === protocol
  if (!url?.hostname || !(plain || (scheme === `${protocol}s` && protocol !== 'sieve'))) {
    throw new Error(`expected ${protocol}://host:port?tls=starttls or ${protocol}s://host:port`)
  }
  if (url.username || url.password) throw new Error('must not contain a user name or password')
  if (url.pathname.replace('/', '') || url.hash) throw new Error('must not have a path')
  for (const key of url.searchParams.keys()) if (key !== 'tls') throw new Error(`unknown parameter "${key}"`)
  const asked = z.enum(['starttls', 'none', 'implicit']).nullable().safeParse(url.searchParams.get('tls'))
  if (!asked.success) throw new Error('tls must be starttls, implicit or none')
  if (!plain && asked.data !== null && asked.data !== 'implicit')
    throw new Error(`${scheme}:// is always TLS`)
  const tls = asked.data ?? (plain ? 'starttls' : 'implicit')
  const port = url.port ? Number(url.port) : DEFAULT_PORTS[url.protocol]
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return { protocol, host, port: port ?? 0, tls }
}
