// The report a server sends back when it gives a message up (RFC 3464).
import { newId } from '../../platform/ids'
import type { Outcome } from './hand-over'

/** A multipart/report for the sender: words for people, the facts per recipient, and the header of what was sent. */
export function buildBounce(
  server: string,
  mail: { from: string; raw: Buffer },
  refused: Outcome[],
  now: Date,
): Buffer {
  const boundary = `report-${newId()}`
  const lines = [
    `From: Mail delivery <mailer-daemon@${server}>`,
    `To: <${mail.from}>`,
    'Subject: Your message could not be delivered',
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${newId()}@${server}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    ...part(boundary, 'text/plain; charset=utf-8', words(server, refused)),
    ...part(boundary, 'message/delivery-status', status(server, refused, now)),
    ...part(boundary, 'text/rfc822-headers', headerOf(mail.raw)),
    `--${boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}

function part(boundary: string, type: string, body: string): string[] {
  return ['', `--${boundary}`, `Content-Type: ${type}`, 'Content-Transfer-Encoding: 8bit', '', body]
}

function words(server: string, refused: Outcome[]): string {
  const each = refused.map(({ address, reply }) => `<${address}>: ${reply}`)
  return [
    `This is the mail server at ${server}.`,
    '',
    'It could not deliver your message to:',
    '',
    ...each,
  ].join('\r\n')
}

function status(server: string, refused: Outcome[], now: Date): string {
  const each = refused.map(({ address, reply }) => {
    const code = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(reply)?.[1] ?? '5.0.0'
    const fields = [`Final-Recipient: rfc822; ${address}`, 'Action: failed', `Status: ${code}`]
    return [...fields, `Diagnostic-Code: smtp; ${reply}`, ''].join('\r\n')
  })
  const date = now.toUTCString().replace('GMT', '+0000')
  return [`Reporting-MTA: dns; ${server}`, `Arrival-Date: ${date}`, '', ...each].join('\r\n')
}

function headerOf(raw: Buffer): string {
  const end = raw.indexOf('\r\n\r\n')
  return raw.subarray(0, end < 0 ? Math.min(raw.length, 4096) : end).toString()
}
