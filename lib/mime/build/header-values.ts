import { type Mailbox, MailboxSyntaxError, parseAddress } from '../../mail/parse-mailbox'
import { unsafeKindIn } from '../../mail/unsafe-characters'

/** A value that must not become a header: it could end its line and begin another. */
export class HeaderSyntaxError extends Error {
  /** for example subject, to.0, attachments.2.name */
  readonly field: string
  readonly problem: string

  constructor(field: string, problem: string) {
    super(`${field}: ${problem}`)
    this.name = 'HeaderSyntaxError'
    this.field = field
    this.problem = problem
  }
}

/** The text, if it fits on one line. Reordering marks are part of some languages and may stay. */
export function oneLine(field: string, text: string): string {
  if (typeof text !== 'string') throw new HeaderSyntaxError(field, 'not-text')
  const kind = unsafeKindIn(text)
  if (kind && kind !== 'bidi-character') throw new HeaderSyntaxError(field, kind)
  return text
}

/** Both halves checked again, whoever parsed them: the last door before the wire. */
export function checkedMailbox(field: string, mailbox: Mailbox): Mailbox {
  try {
    return { name: oneLine(field, mailbox.name), address: parseAddress(oneLine(field, mailbox.address)) }
  } catch (error) {
    if (error instanceof MailboxSyntaxError) throw new HeaderSyntaxError(field, error.problem)
    throw error
  }
}

export function checkedMailboxes(field: string, list: readonly Mailbox[]): Mailbox[] {
  return list.map((mailbox, i) => checkedMailbox(`${field}.${i}`, mailbox))
}

/** `<id>`; ids come from other people's messages, so anything unprintable is refused. */
export function checkedId(field: string, id: string): string {
  if (!/^[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(oneLine(field, id)))
    throw new HeaderSyntaxError(field, 'bad-message-id')
  return `<${id}>`
}

/** A media type for a part of ours; anything that is no plain type, or that would nest, is sent as bytes. */
export function checkedType(type: string): string {
  const plain = type.trim().toLowerCase()
  return /^[a-z0-9][\w!#$&^.+-]{0,60}\/[a-z0-9][\w!#$&^.+-]{0,100}$/.test(plain) &&
    !plain.startsWith('multipart/')
    ? plain
    : 'application/octet-stream'
}
