import type { MailEndpoint } from '../../platform/mail-url'
import { type ConnectStep, MailServerError } from '../mail-server'

/** What is read of an error of imapflow, the TLS layer or the socket. */
type Failure = {
  code?: string
  syscall?: string
  message?: string
  tlsFailed?: boolean
  authenticationFailed?: boolean
  responseStatus?: string
  responseText?: string
  serverResponseCode?: string
  reason?: string
}

const NETWORK: Record<string, string> = {
  ENOTFOUND: 'not-found',
  EAI_AGAIN: 'failed',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  GREETING_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  NoConnection: 'closed',
  EConnectionClosed: 'closed',
  ClosedAfterConnectTLS: 'closed',
  ClosedAfterConnectText: 'closed',
  StateLogout: 'closed',
}

const CERTIFICATE: Record<string, string> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'expired',
}

/** RFC 5530 codes that mean "not now", as opposed to "no". */
const TEMPORARY = new Set(['UNAVAILABLE', 'INUSE', 'SERVERBUG', 'CONTACTADMIN'])

/** `imap host:port`, as shown to people. */
export const nameOfServer = (endpoint: MailEndpoint) =>
  `${endpoint.protocol} ${endpoint.host}:${endpoint.port}`

/** Turns what imapflow or the socket threw during `step` into words with a stable code. */
export function nameFailure(error: unknown, step: ConnectStep, endpoint: MailEndpoint): MailServerError {
  if (error instanceof MailServerError) return error
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure
  const named = (at: ConnectStep, code: string, text: string) =>
    new MailServerError(at, code, nameOfServer(endpoint), oneLine(text), error)
  const text = failure.responseText ?? failure.reason ?? failure.message ?? ''
  const tlsCode = certificateCode(failure.code)
  if (tlsCode) return named('tls', tlsCode, text)
  if (failure.syscall === 'getaddrinfo') {
    return named('name-look-up', NETWORK[failure.code ?? ''] ?? 'failed', text)
  }
  if (failure.responseStatus || failure.authenticationFailed) {
    return named(step, refusalCode(failure, step), text)
  }
  if (failure.syscall === 'connect') return named('connect', NETWORK[failure.code ?? ''] ?? 'failed', text)
  if (failure.tlsFailed) return named('tls', NETWORK[failure.code ?? ''] ?? 'protocol', text)
  return named(step, NETWORK[failure.code ?? ''] ?? protocolCode(failure.code), text)
}

function certificateCode(code = ''): string | null {
  if (CERTIFICATE[code]) return CERTIFICATE[code]
  if (code.startsWith('ERR_SSL') || code === 'EPROTO' || code === 'STARTTLS_INJECTION') return 'protocol'
  const isChain = /^(DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|CERT_|INVALID_CA|ERR_TLS_CERT)/.test(code)
  return isChain ? 'untrusted' : null
}

function refusalCode(failure: Failure, step: ConnectStep): string {
  const code = failure.serverResponseCode?.toUpperCase() ?? ''
  if (/too many|maximum number of connections|\[LIMIT\]/i.test(failure.responseText ?? '')) {
    return 'too-many-connections'
  }
  if (TEMPORARY.has(code)) return 'unavailable'
  if (step !== 'sign-in') return 'refused'
  const isAboutPassword = !code || ['AUTHENTICATIONFAILED', 'EXPIRED', 'ALERT'].includes(code)
  return isAboutPassword ? 'refused-password' : 'refused-sign-in'
}

const protocolCode = (code = '') =>
  /^(Parser|LineToo|LiteralToo|ResponseToo|Unexpected|Invalid)/.test(code) ? 'protocol' : 'failed'

/** The server's words as one line of at most 300 characters, without control characters. */
const oneLine = (text: string) =>
  text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 300)
