import type { SmtpReply } from './submission'

const LONGEST_TEXT = 1000

/**
 * Reads a whole SMTP reply, lines joined by LF (RFC 5321 section 4.2), with its enhanced status code (RFC 2034)
 * when every line agrees on the class. The text is one line without control characters.
 */
export function parseReply(raw: string): SmtpReply | null {
  const lines = raw.split(/\r?\n/).filter(Boolean)
  const code = Number(lines[0]?.match(/^([2-5]\d\d)(?:[ -]|$)/)?.[1])
  if (!code) return null
  const rest = lines.map((line) => line.slice(4))
  const status = rest[0]?.match(/^([245]\.\d{1,3}\.\d{1,3})(?: |$)/)?.[1]
  const enhanced = status?.startsWith(String(code)[0] ?? '') ? status : null
  const text = rest.map((line) =>
    enhanced && line.startsWith(enhanced) ? line.slice(enhanced.length) : line,
  )
  return { code, enhanced, text: oneLine(text.join(' ')) }
}

/** The server's words as one line without control characters, at most 1,000 characters. */
export const oneLine = (text: string) =>
  text
    .replace(/\p{C}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
