// What the three kinds of SMTP listener share: size limit, reading a message whole, start and stop.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server'
import { log } from '../../platform/log'

/** 50 MiB, as many real servers allow after base64. */
const MAX_MESSAGE_BYTES = 50 * 1024 * 1024

export type Accept = (raw: Buffer, session: SMTPServerSession) => string

export type SmtpListener = { port: number; close(): Promise<void> }

/** An SMTP refusal: the code goes out as given, the text behind it. */
export function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}

/**
 * Listens on a loopback port (0 for a free one). `accept` makes a whole message durable and answers the words
 * after 250; only then is the message acknowledged.
 */
export async function listenSmtp(
  options: SMTPServerOptions,
  port: number,
  accept: Accept,
): Promise<SmtpListener> {
  const server = new SMTPServer({
    banner: 'Posthorn demo post office',
    size: MAX_MESSAGE_BYTES,
    disableReverseLookup: true,
    closeTimeout: 1_000,
    socketTimeout: 60_000,
    logger: false,
    ...options,
    onData: (stream, session, done) => {
      readAll(stream)
        .then((raw) =>
          stream.sizeExceeded
            ? done(refusal(552, '5.3.4 Message too big'))
            : done(null, accept(raw, session)),
        )
        .catch((error: Error) => {
          log.error({ err: error }, 'demo post office could not store a message')
          done(refusal(451, '4.3.0 Could not store the message'))
        })
    },
  })
  server.on('error', (error: Error) => log.debug({ err: error }, 'demo SMTP connection failed'))
  const listening = server.listen(port, '127.0.0.1')
  await once(listening, 'listening')
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The whole message; beyond the limit it is read to its end but no longer kept. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) {
    if (stream.byteLength <= MAX_MESSAGE_BYTES) chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
