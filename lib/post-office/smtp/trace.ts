import type { SMTPServerSession } from 'smtp-server'

/**
 * The Received field a server puts on top of what it takes (RFC 5321 section 4.4). What the client called itself
 * is cut down to host name characters, as it goes into a header.
 */
export function traceField(server: string, session: SMTPServerSession, id: string, now: Date): string {
  const helo = (session.hostNameAppearsAs || 'unknown').replace(/[^A-Za-z0-9.:_[\]-]/g, '').slice(0, 120)
  const recipients = session.envelope.rcptTo
  const target = recipients.length === 1 ? ` for <${recipients[0]?.address}>` : ''
  const date = now.toUTCString().replace('GMT', '+0000')
  return [
    `Received: from ${helo || 'unknown'} ([${session.remoteAddress}])`,
    `\tby ${server} (Posthorn demo post office) with ${session.transmissionType} id ${id}`,
    `\t${target ? `${target.trimStart()}; ` : '; '}${date}`,
    '',
  ].join('\r\n')
}
