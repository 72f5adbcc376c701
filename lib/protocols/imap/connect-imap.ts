// lib/protocols/imap is the only place that knows imapflow: it connects, signs in and runs one command a verb.

import type { LookupAddress } from 'node:dns'
import dns from 'node:dns/promises'
import net, { type LookupFunction } from 'node:net'
import tls from 'node:tls'
import { ImapFlow, type ImapFlowOptions } from 'imapflow'
import { type ConnectStep, type MailServer, MailServerError } from '../mail-server'
import type { Traces } from './connection'
import type { ImapSession } from './imap-session'
import { ImapFlowSession } from './imapflow-session'
import { nameFailure, nameOfServer } from './name-failure'

export type ConnectImapOptions = {
  /** ms; whole connection attempt up to the greeting */
  connectTimeout?: number
  /** ms without a byte while a command runs, and between keep-alives while idle */
  silenceTimeout?: number
}

const DNS_MS = 10_000
const MB = 1024 * 1024

/**
 * Connects, secures and signs in. TLS is what the endpoint says: implicit, or STARTTLS as a must, at least 1.2,
 * name and chain verified; clear text only for `tls: 'none'`. A PREAUTH greeting is refused.
 * Throws MailServerError with the first step that failed.
 */
export async function connectImap(
  server: MailServer,
  options: ConnectImapOptions = {},
): Promise<ImapSession> {
  const addresses = await lookUp(server)
  const progress = { step: 'connect' as ConnectStep }
  const traces: Traces = { refusal: undefined, unparsable: 0 }
  const client = new ImapFlow({
    ...settings(server, addresses, options),
    logger: listenTo(server, progress, traces, () => client),
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (progress.step !== 'command') throw preauth(server)
    return new ImapFlowSession({ client, endpoint: server.endpoint, traces })
  } catch (error) {
    client.close()
    throw await explain(error, client, server, progress.step)
  }
}

async function lookUp(server: MailServer): Promise<LookupAddress[]> {
  const { host } = server.endpoint
  if (net.isIP(host)) return [{ address: host, family: net.isIP(host) }]
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), DNS_MS)
  })
  try {
    return await Promise.race([dns.lookup(host, { all: true }), late])
  } catch (error) {
    throw nameFailure(
      Object.assign(error as Error, { syscall: 'getaddrinfo' }),
      'name-look-up',
      server.endpoint,
    )
  } finally {
    clearTimeout(timer)
  }
}

function settings(
  server: MailServer,
  addresses: LookupAddress[],
  options: ConnectImapOptions,
): ImapFlowOptions {
  const { endpoint, ca } = server
  const lookup: LookupFunction = (_host, { all }, done) => {
    const first = addresses[0]
    if (all) done(null, addresses)
    else if (first) done(null, first.address, first.family)
  }
  const trusted = ca ? { ca: [...tls.rootCertificates, ca] } : {}
  return {
    host: endpoint.host,
    port: endpoint.port,
    secure: endpoint.tls === 'implicit',
    doSTARTTLS: endpoint.tls === 'implicit' ? undefined : endpoint.tls === 'starttls',
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...trusted, lookup } as tls.ConnectionOptions,
    auth: { user: server.username, pass: server.password },
    clientInfo: { name: 'Posthorn' },
    disableAutoIdle: true,
    // compression and TLS do not go well together, and zlib costs memory for each connection
    disableCompression: true,
    connectionTimeout: options.connectTimeout ?? 20_000,
    greetingTimeout: 20_000,
    socketTimeout: options.silenceTimeout ?? 90_000,
    maxIdleTime: 5 * 60_000,
    maxLiteralSize: 64 * MB,
    maxLineLength: MB,
    maxResponseSize: 80 * MB,
  }
}

/** imapflow tells its progress, refusals and lines it could not parse only to its logger. */
function listenTo(
  { endpoint }: MailServer,
  progress: { step: ConnectStep },
  traces: Traces,
  client: () => ImapFlow,
) {
  const note = (entry: { src?: string; err?: unknown }) => {
    if (entry.src === 'connection') progress.step = 'greeting'
    if (entry.src === 'tls') progress.step = 'sign-in'
    if (entry.src === 'auth') progress.step = 'command'
  }
  const advance = () => {
    if (progress.step !== 'greeting' || !client().greeting) return
    progress.step = endpoint.tls === 'starttls' ? 'tls' : 'sign-in'
  }
  const keep = (entry: { src?: string; err?: unknown }) => {
    advance()
    if (entry.src === 's') traces.unparsable += 1
    else if (entry.err) traces.refusal = entry.err
  }
  return { trace: advance, debug: advance, info: note, warn: keep, error: keep, fatal: keep }
}

/** Nobody signed in, so nobody knows whose mailbox it is; before TLS it would also be a way around it. */
function preauth({ endpoint }: MailServer): MailServerError {
  const words = 'the server claims that a sign-in is not needed (PREAUTH)'
  return new MailServerError('greeting', 'protocol', nameOfServer(endpoint), words)
}

async function explain(
  error: unknown,
  client: ImapFlow,
  server: MailServer,
  step: ConnectStep,
): Promise<Error> {
  const { endpoint } = server
  const { code, message = '' } = error as { code?: string; message?: string }
  const named = nameFailure(error, step, endpoint)
  if (endpoint.tls === 'starttls' && /does not support STARTTLS/.test(message)) {
    const offered = client.capabilities.has('STARTTLS')
    const words = offered ? 'the server refused STARTTLS' : 'the server does not offer STARTTLS'
    return new MailServerError(
      'tls',
      offered ? 'starttls-refused' : 'starttls-missing',
      named.server,
      words,
      error,
    )
  }
  if (step === 'connect' && endpoint.tls === 'implicit' && named.step === 'connect') {
    const isReset = code === 'ECONNRESET' || code === 'EPIPE'
    if (isReset || (code === 'CONNECT_TIMEOUT' && (await answersTcp(server)))) {
      return new MailServerError('tls', isReset ? 'closed' : 'timeout', named.server, named.serverText, error)
    }
  }
  return named
}

/** Told apart after a time-out only: does the port answer at all? */
function answersTcp({ endpoint }: MailServer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: endpoint.host, port: endpoint.port, timeout: 3_000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
