import type { Mailbox } from './parse-mailbox'
import { withoutUnsafe } from './unsafe-characters'

const LONGEST_NAME = 200
const needsQuotes = /[()<>[\]:;@\\,"]/

/**
 * `Name <a@b.example>` for the composer's fields: quoted where needed, cleaned of characters that the strict
 * grammar refuses, so that parseMailbox reads it again whatever name the sender of a message chose.
 */
export function formatMailbox(mailbox: Mailbox): string {
  const name = cleanName(mailbox.name)
  if (name === '') return mailbox.address
  const shown = needsQuotes.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : name
  return `${shown} <${mailbox.address}>`
}

/** A display name without controls and reordering marks, white space collapsed, at most 200 characters. */
export function cleanName(name: string): string {
  const clean = withoutUnsafe(name).normalize('NFC').replace(/\s+/g, ' ').trim()
  if (clean.length <= LONGEST_NAME) return clean
  return withoutUnsafe(clean.slice(0, LONGEST_NAME), '').trim()
}

/** What a list shows for a person: the name, else the address. */
export function displayName(mailbox: Mailbox): string {
  return cleanName(mailbox.name) || mailbox.address
}
