// Address fields for showing and answering: lenient, as the strict grammar of lib/mail is only for what is sent.
import { Buffer } from 'node:buffer'
import { addressParser } from 'postal-mime'
import type { Mailbox } from '../mail/parse-mailbox'
import { cleanText } from './clean-text'
import { decodeWords } from './encoded-words'

const MOST_ADDRESSES = 1000
const LONGEST_FIELD = 100_000

/**
 * The mailboxes of an address field (RFC 5322 section 3.4), groups flattened, at most 1,000. Encoded words are
 * decoded in names only: an address that appears after decoding is a name. Linear in the length of the value.
 */
export function parseAddresses(value: string): Mailbox[] {
  const plain = plainMailbox.exec(value)
  if (plain) return [{ name: tidy(plain[1] ?? plain[2] ?? ''), address: tidy(plain[3] ?? '') }]
  const field = wordsToUtf8(flattenComments(cutAtComma(value)))
  return addressParser(field, { flatten: true })
    .slice(0, MOST_ADDRESSES)
    .map((found) => ({ name: tidy(found.name), address: withoutSpaces(tidy(found.address ?? '')) }))
    .filter((found) => found.address !== '' || found.name !== '')
}

/** Nine of ten values: one bare or named ASCII mailbox without anything to decode. */
const plainMailbox = /^(?:"([\w .,'-]*)"|([\w .'-]*))\s*<([\w.+-]{1,64}@[\w.-]{1,255})>$/

const tidy = (text: string) => cleanText(text).replace(/\s+/g, ' ').trim()

/** A quoted local part may hold spaces (RFC 5322 section 3.4.1). */
const withoutSpaces = (address: string) =>
  address.includes(' ') && /^\S+@|^[^"\\]*$/.test(address) ? address.replaceAll(' ', '') : address

/** postal-mime ends a comment at its first `)`: inner parentheses are taken out. */
function flattenComments(value: string): string {
  if (!/\([^()]*\(/.test(value)) return value
  let out = ''
  let depth = 0
  let quoted = false
  for (const character of value) {
    if (character === '"' && depth === 0) quoted = !quoted
    const opens = !quoted && character === '('
    const closes = !quoted && character === ')' && depth > 0
    if (opens) depth++
    if (!(opens && depth > 1) && !(closes && depth > 1)) out += character
    if (closes) depth--
  }
  return out
}

function cutAtComma(value: string): string {
  if (value.length <= LONGEST_FIELD) return value
  const comma = value.lastIndexOf(',', LONGEST_FIELD)
  return value.slice(0, comma < 0 ? LONGEST_FIELD : comma)
}

/** postal-mime decodes the words itself, but windows-1252 and some charsets wrongly: give it UTF-8 ones only. */
function wordsToUtf8(value: string): string {
  if (!value.includes('=?')) return value
  return value.replace(
    /=\?[^?\s]{1,60}\?[QqBb]\?[^?]*\?=(?:[ \t]*=\?[^?\s]{1,60}\?[QqBb]\?[^?]*\?=)*/g,
    (run) => {
      const text = decodeWords(run).replace(/[\r\n]+/g, ' ')
      return `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`
    },
  )
}
