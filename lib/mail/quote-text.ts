/**
 * Text quoted for an answer: `> ` before each line, `>` before lines already quoted (RFC 3676 section 4.5),
 * trailing blank lines left out.
 */
export function quoteText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  return lines.map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\n')
}

/** The text without the author's signature (the part from the last `-- ` line on, RFC 3676 section 4.3). */
export function withoutSignature(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const at = lines.lastIndexOf('-- ')
  return at < 0 ? text : lines.slice(0, at).join('\n').trimEnd()
}
