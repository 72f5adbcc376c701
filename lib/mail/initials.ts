import { displayName } from './format-mailbox'
import type { Mailbox } from './parse-mailbox'

/** One or two letters for a round picture: first and last word of the name, else the address; `?` for neither. */
export function initialsOf(mailbox: Mailbox): string {
  const words = displayName(mailbox)
    .split('@')[0]
    ?.split(/[\s._+-]+/)
    .map((word) => firstLetter(word))
    .filter((letter) => letter !== '')
  const [first = '', last = ''] = [words?.[0], words?.at(-1)]
  if (first === '') return '?'
  // One syllable or character of these scripts says as much as two letters of others.
  const wide = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)
  return wide || (words?.length ?? 0) < 2 ? first : first + last
}

function firstLetter(word: string): string {
  return (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').toUpperCase()
}

/** A number below `count` that is always the same for one address: which of the avatar colours it gets. */
export function avatarColour(address: string, count: number): number {
  let hash = 0x811c9dc5
  for (const character of address.toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return hash % count
}
