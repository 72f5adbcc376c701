// The words of mail, pure and safe for the browser. This file: one address as a person types it.
import { unsafeKindIn } from './unsafe-characters'

export type Mailbox = { name: string; address: string }

export type MailboxProblem =
  | 'empty'
  | 'too-long'
  | 'control-character'
  | 'bidi-character'
  | 'broken-character'
  | 'no-address'
  | 'several'
  | 'group'
  | 'comment'
  | 'unclosed'
  | 'bad-name'
  | 'name-too-long'
  | 'quoted-local-part'
  | 'bad-local-part'
  | 'local-part-too-long'
  | 'literal'
  | 'bad-domain'
  | 'domain-too-long'

/** The text is not one mailbox by our grammar. `problem` is stable and is looked up in the catalogue. */
export class MailboxSyntaxError extends Error {
  readonly problem: MailboxProblem

  constructor(problem: MailboxProblem) {
    super(`not a mail address: ${problem}`)
    this.name = 'MailboxSyntaxError'
    this.problem = problem
  }
}

/** longest input looked at, in UTF-16 units: name in quotes, local part, domain and punctuation */
const LONGEST = 800
const LONGEST_NAME = 200
const LONGEST_LOCAL_PART = 64
const LONGEST_DOMAIN = 255

/**
 * Parses `a@b.example`, `Name <a@b.example>` or `"Name, with specials" <a@b.example>`: a strict part of RFC 5322
 * section 3.4. One address only; no groups, comments, routes, quoted local parts or address literals.
 * The answer is NFC; the domain is lower case in its ASCII form (RFC 5891). Time is linear in the input.
 * Throws MailboxSyntaxError.
 */
export function parseMailbox(text: string): Mailbox {
  if (text.length > LONGEST) throw new MailboxSyntaxError('too-long')
  const unsafe = unsafeKindIn(text)
  if (unsafe) throw new MailboxSyntaxError(unsafe)
  const input = text.normalize('NFC').trim()
  if (input === '') throw new MailboxSyntaxError('empty')
  if (input.endsWith('>')) return parseNamed(input)
  if (input.includes('<')) throw new MailboxSyntaxError('unclosed')
  return { name: '', address: parseAddress(input) }
}

function parseNamed(input: string): Mailbox {
  const quoted = input.startsWith('"')
  const nameEnd = quoted ? endOfQuoted(input) : 0
  const open = input.indexOf('<', nameEnd)
  if (open < 0) throw new MailboxSyntaxError('no-address')
  const address = parseAddress(input.slice(open + 1, -1).trim())
  if (quoted && input.slice(nameEnd, open).trim() !== '') throw new MailboxSyntaxError('bad-name')
  const raw = input.slice(0, open).trim()
  const name = quoted ? unquote(input.slice(1, nameEnd - 1)) : parseBareName(raw, address)
  if (name.length > LONGEST_NAME) throw new MailboxSyntaxError('name-too-long')
  return { name, address }
}

/** Index after the closing quote. */
function endOfQuoted(input: string): number {
  for (let i = 1; i < input.length; i++) {
    if (input[i] === '\\') i++
    else if (input[i] === '"') return i + 1
  }
  throw new MailboxSyntaxError('unclosed')
}

function unquote(inside: string): string {
  return collapse(inside.replace(/\\(.)/gu, '$1'))
}

function parseBareName(name: string, address: string): string {
  if (/[()]/.test(name)) throw new MailboxSyntaxError('comment')
  if (/[,;]/.test(name)) throw new MailboxSyntaxError('several')
  if (name.includes(':')) throw new MailboxSyntaxError('group')
  // Some clients paste the address again as its own name. Any other address there would mislead.
  if (name.toLowerCase() === address.toLowerCase()) return ''
  if (/[<>[\]\\"@]/.test(name)) throw new MailboxSyntaxError('bad-name')
  return collapse(name)
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

/** One addr-spec (RFC 5322 section 3.4.1, RFC 6531 for letters beyond ASCII), by the rules of parseMailbox. */
export function parseAddress(text: string): string {
  const at = text.lastIndexOf('@')
  if (at < 0) throw new MailboxSyntaxError('no-address')
  refuseOtherForms(text)
  const localPart = text.slice(0, at)
  checkLocalPart(localPart)
  return `${localPart}@${parseDomain(text.slice(at + 1))}`
}

function refuseOtherForms(text: string): void {
  if (text.startsWith('"')) throw new MailboxSyntaxError('quoted-local-part')
  if (/[()]/.test(text)) throw new MailboxSyntaxError('comment')
  if (text.includes('[')) throw new MailboxSyntaxError('literal')
  if (/[,;]/.test(text)) throw new MailboxSyntaxError('several')
  if (text.includes(':')) throw new MailboxSyntaxError('group')
}

const atoms = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u

function checkLocalPart(localPart: string): void {
  if (octets(localPart) > LONGEST_LOCAL_PART) throw new MailboxSyntaxError('local-part-too-long')
  if (!atoms.test(localPart)) throw new MailboxSyntaxError('bad-local-part')
}

const octets = (text: string) => new TextEncoder().encode(text).length

const labels = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u
const asciiLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/** A host name to its ASCII form, lower case. Throws MailboxSyntaxError `bad-domain` or `domain-too-long`. */
export function parseDomain(text: string): string {
  if (octets(text) > LONGEST_DOMAIN) throw new MailboxSyntaxError('domain-too-long')
  if (!labels.test(text)) throw new MailboxSyntaxError('bad-domain')
  const ascii = toAscii(text)
  const parts = ascii.split('.')
  if (ascii.length > LONGEST_DOMAIN) throw new MailboxSyntaxError('domain-too-long')
  // A last label of digits only would be an IPv4 address to some resolvers.
  if (!parts.every((part) => asciiLabel.test(part)) || /^\d+$/.test(parts.at(-1) ?? '')) {
    throw new MailboxSyntaxError('bad-domain')
  }
  return ascii
}

/** IDNA by the URL parser, which every browser and Node have; only for names that need it. */
function toAscii(domain: string): string {
  if (/^[\x20-\x7e]+$/.test(domain)) return domain.toLowerCase()
  try {
    return new URL(`http://${domain}/`).hostname
  } catch {
    throw new MailboxSyntaxError('bad-domain')
  }
}
