import { type Mailbox, type MailboxProblem, MailboxSyntaxError, parseMailbox } from './parse-mailbox'

export type MailboxPart =
  | { text: string; mailbox: Mailbox; problem: null }
  | { text: string; mailbox: null; problem: MailboxProblem }

/**
 * Splits pasted text at commas, semicolons and line ends outside of quotes and angle brackets, and parses each
 * part with the strict grammar. Empty parts are left out; a bad part carries its problem, so the composer can
 * show it beside the good ones. Linear time; at most `limit` parts are answered.
 */
export function parseMailboxList(text: string, limit = 1000): MailboxPart[] {
  const parts: MailboxPart[] = []
  for (const part of splitList(text)) {
    if (parts.length === limit) break
    parts.push(parsePart(part))
  }
  return parts
}

function parsePart(text: string): MailboxPart {
  try {
    return { text, mailbox: parseMailbox(text), problem: null }
  } catch (error) {
    if (error instanceof MailboxSyntaxError) return { text, mailbox: null, problem: error.problem }
    throw error
  }
}

function splitList(text: string): string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  let angle = false
  for (let i = 0; i <= text.length; i++) {
    const character = text[i]
    if (character === '\\' && quoted) i++
    else if (character === '"') quoted = !quoted
    else if (character === '<' && !quoted) angle = true
    else if (character === '>') angle = false
    const lineEnd = character === undefined || character === '\n' || character === '\r'
    if (lineEnd || (!quoted && !angle && (character === ',' || character === ';'))) {
      const part = text.slice(start, i).trim()
      if (part !== '') parts.push(part)
      start = i + 1
      quoted = false
      angle = false
    }
  }
  return parts
}
