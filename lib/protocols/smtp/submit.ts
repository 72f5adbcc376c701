// lib/protocols/smtp is the only sender: one message, one connection, over nodemailer's low-level client.
import type { Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type MailServer, MailServerError } from '../mail-server'
import { classify } from './classify'
import { Dialogue } from './dialogue'
import { gatedBody } from './gated-body'
import { openSocket, tlsOptionsOf } from './open-socket'
import { parseReply } from './parse-reply'
import { type Envelope, SUBMIT_TIMEOUTS, type SubmissionResult, type Submit } from './submission'
import { Watchdog } from './watchdog'

type Attempt = {
  server: MailServer
  dialogue: Dialogue
  watchdog: Watchdog
  /** set when the server talked into the STARTTLS upgrade */
  wasInjected: boolean
}

const QUIT_MS = 2_000

export const submit: Submit = async (server, envelope, raw, size, hooks, timeouts = SUBMIT_TIMEOUTS) => {
  const watchdog = new Watchdog(timeouts)
  const dialogue = new Dialogue(hooks, server.username, server.password, (phase) => watchdog.watch(phase))
  const attempt: Attempt = { server, dialogue, watchdog, wasInjected: false }
  let connection: SMTPConnection | null = null
  try {
    const socket = await openSocket(server, timeouts.connect, (step) => dialogue.enter(step))
    dialogue.enter('greeting')
    connection = connectionOver(socket, attempt)
    const broken = failureOf(connection, watchdog)
    await Promise.race([broken, greet(connection)])
    refuseInjection(attempt)
    refuseUnsendable(envelope, attempt)
    await Promise.race([broken, signIn(connection, attempt)])
    const body = bodyOf(raw, size, hooks, attempt)
    const text = await Promise.race([broken, send(connection, envelope, body, size)])
    if (!dialogue.bodyEnded) throw new Error('the server answered before the message had ended')
    return { ...accepted(dialogue, text), closed: hangUp(connection) }
  } catch (error) {
    const decision = classify(error, dialogue, server)
    connection?.close()
    return { ...decision, recipients: dialogue.recipients, closed: Promise.resolve() }
  } finally {
    watchdog.stop()
  }
}

function connectionOver(socket: Socket, attempt: Attempt): SMTPConnection {
  const { endpoint } = attempt.server
  return new SMTPConnection({
    host: endpoint.host,
    port: endpoint.port,
    connection: socket,
    secure: endpoint.tls === 'implicit',
    secured: endpoint.tls === 'implicit',
    requireTLS: endpoint.tls === 'starttls',
    ignoreTLS: endpoint.tls === 'none',
    tls: tlsOptionsOf(attempt.server),
    transactionLog: true,
    logger: listenTo(attempt),
    // The watchdog keeps the time; these only must not be quicker.
    connectionTimeout: LONG_MS,
    greetingTimeout: LONG_MS,
    socketTimeout: LONG_MS,
    socketCloseTimeout: 500,
  })
}

const LONG_MS = 60 * 60_000

/** nodemailer tells every line, credentials included, only to its logger. */
function listenTo(attempt: Attempt) {
  const hear = (entry: { tnx?: string; discarded?: number }, message?: unknown) => {
    if (entry.discarded) attempt.wasInjected = true
    if (entry.tnx === 'client') attempt.dialogue.client(String(message))
    if (entry.tnx === 'server') attempt.dialogue.server(String(message))
  }
  return { level: () => {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear }
}

function failureOf(connection: SMTPConnection, watchdog: Watchdog): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject)
    watchdog.onTimeout = () => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }))
  })
  broken.catch(() => undefined)
  return broken
}

const greet = (connection: SMTPConnection) =>
  new Promise<void>((resolve, reject) => {
    connection.connect((error?: Error | null) => (error ? reject(error) : resolve()))
  })

/** Bytes that came in clear text together with the answer to STARTTLS are an attack, not a mishap. */
function refuseInjection({ wasInjected, dialogue, server }: Attempt): void {
  if (!wasInjected) return
  dialogue.enter('tls')
  throw new MailServerError('tls', 'protocol', server.endpoint.host, 'text was injected before TLS began')
}

function refuseUnsendable(envelope: Envelope, { dialogue, server }: Attempt): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the ASCII range is meant
  const isAscii = [envelope.from, ...envelope.to].every((address) => /^[\x00-\x7f]*$/.test(address))
  if (isAscii || /[ -]SMTPUTF8\b/i.test(dialogue.extensions)) return
  dialogue.enter('mail')
  const words = 'the server takes no addresses beyond ASCII (SMTPUTF8)'
  throw new MailServerError('command', 'no-smtputf8', server.endpoint.host, words)
}

async function signIn(connection: SMTPConnection, { server, dialogue }: Attempt): Promise<void> {
  const offersAuth = /^\d{3}[ -]AUTH\b/im.test(dialogue.extensions)
  if (!offersAuth || server.username === '') return
  dialogue.enter('auth')
  if (server.endpoint.tls === 'none' && !isLoopback(server.endpoint.host)) {
    const words = 'a password is never sent in clear text to another machine: use TLS'
    throw new MailServerError('sign-in', 'clear-text', server.endpoint.host, words)
  }
  const credentials = { user: server.username, pass: server.password }
  await new Promise<void>((resolve, reject) => {
    connection.login({ credentials }, (error?: Error | null) => (error ? reject(error) : resolve()))
  })
}

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|::1)$/.test(host)

function bodyOf(
  raw: AsyncIterable<Uint8Array>,
  size: number,
  hooks: Parameters<Submit>[4],
  { dialogue, watchdog }: Attempt,
) {
  return gatedBody(raw, {
    open: async () => {
      // nodemailer also goes on after a 2xx to DATA; only 354 is leave to send (RFC 5321 section 4.3.2).
      if (dialogue.dataReply?.code !== 354) throw new Error('the server did not answer DATA with 354')
      await hooks.onPhase('body')
      dialogue.body(size)
    },
    onChunk: () => watchdog.watch('body'),
    onEnd: () => {
      dialogue.bodyEnded = true
      dialogue.enter('final')
    },
  })
}

const send = (
  connection: SMTPConnection,
  { from, to }: Envelope,
  body: ReturnType<typeof gatedBody>,
  size: number,
) =>
  new Promise<string>((resolve, reject) => {
    connection.send({ from, to: [...to], size, use8BitMime: true }, body, (error, info) =>
      error ? reject(error) : resolve(info.response),
    )
  })

function accepted(dialogue: Dialogue, response: string): Omit<SubmissionResult, 'closed'> {
  dialogue.enter('done')
  const reply = parseReply(dialogue.clean(response))
  return { outcome: 'accepted', phase: 'done', code: 'ok', reply, text: '', recipients: dialogue.recipients }
}

/** Says QUIT; the answer changes nothing, so nobody waits long for it. */
function hangUp(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => connection.close(), QUIT_MS)
    connection.once('end', () => {
      clearTimeout(timer)
      resolve()
    })
    connection.quit()
  })
}
