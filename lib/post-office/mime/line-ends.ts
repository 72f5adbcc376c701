/** The message with CRLF at the end of every line, as mail travels (RFC 5322 section 2.1); the same bytes if it has. */
export function withCrlf(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  return /(?<!\r)\n/.test(text) ? Buffer.from(text.replace(/(?<!\r)\n/g, '\r\n'), 'latin1') : raw
}
