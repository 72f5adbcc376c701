// The words shared by all wire protocols: where a server is, who signs in, and how a connection fails.
import type { MailEndpoint } from '../platform/mail-url'

export type MailServer = {
  endpoint: MailEndpoint
  username: string
  password: string
  /** extra trusted certificates, PEM; undefined for the system's */
  ca: string | undefined
}

export type ConnectStep = 'name-look-up' | 'connect' | 'tls' | 'greeting' | 'sign-in' | 'command'

/**
 * A mail server could not be used. `step` is the first step that failed, in the order above; `code` is stable:
 * not-found, refused, timeout, closed, reset, name-mismatch, untrusted, expired, starttls-missing,
 * starttls-refused, protocol, refused-password, refused-sign-in, too-many-connections, refused, failed.
 * `serverText` holds the server's own words, one line, never a credential.
 */
export class MailServerError extends Error {
  readonly step: ConnectStep
  readonly code: string
  readonly server: string
  readonly serverText: string

  constructor(step: ConnectStep, code: string, server: string, serverText: string, cause?: unknown) {
    super(`${server}: ${step}: ${code}${serverText ? `: ${serverText}` : ''}`, { cause })
    this.name = 'MailServerError'
    this.step = step
    this.code = code
    this.server = server
    this.serverText = serverText
  }
}
