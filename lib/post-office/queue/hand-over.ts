// One SMTP or LMTP dialogue that hands a message to the next server.
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export type NextHop = { host: string; port: number; lmtp: boolean }

export type Outcome = { address: string; kind: 'delivered' | 'deferred' | 'refused'; reply: string }

type Envelope = { from: string; to: string[] }

const TIMEOUT_MS = 10_000

/**
 * Offers the message to the next server under our name; answers one outcome per recipient and never throws: a
 * server that cannot be reached or says 4xx defers, 5xx refuses (RFC 5321 section 4.2.1).
 */
export async function handOver(
  hop: NextHop,
  ourName: string,
  envelope: Envelope,
  raw: Buffer,
): Promise<Outcome[]> {
  const connection = new SMTPConnection({
    ...hop,
    name: ourName,
    ignoreTLS: true,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  try {
    return await converse(connection, envelope, raw)
  } catch (error) {
    return outcomesOf(envelope.to, error, { kind: 'deferred', reply: '' })
  } finally {
    connection.quit()
  }
}

function converse(connection: SMTPConnection, envelope: Envelope, raw: Buffer): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject)
    connection.once('end', () => reject(new Error('Connection closed')))
    connection.connect((unreachable) => {
      if (unreachable) return reject(unreachable)
      connection.send({ from: envelope.from || false, to: envelope.to }, raw, (failure, info) => {
        if (failure) return reject(failure)
        resolve(outcomesOf(envelope.to, info, { kind: 'delivered', reply: info?.response ?? '' }))
      })
    })
  })
}

/** The library reports refused recipients beside a success and inside a failure alike. */
function outcomesOf(to: string[], result: unknown, otherwise: Omit<Outcome, 'address'>): Outcome[] {
  const refusals = rejectedErrors(result)
  return to.map((address) => {
    const refusal = refusals.find((each) => property(each, 'recipient') === address)
    if (refusal) return { address, ...verdict(refusal) }
    return { address, ...(result instanceof Error ? verdict(result) : otherwise) }
  })
}

function verdict(error: unknown): Omit<Outcome, 'address'> {
  const words = property(error, 'response') || (error instanceof Error ? error.message : error)
  const reply = String(words).replace(/[\r\n]+/g, ' ')
  return { kind: /^5\d\d/.test(reply) ? 'refused' : 'deferred', reply }
}

function rejectedErrors(result: unknown): unknown[] {
  const errors = property(result, 'rejectedErrors')
  return Array.isArray(errors) ? errors : []
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
