// Address lines as chips: every judgement about an address is lib/mail's.
import { addressKey } from '@/lib/mail/dedupe-addresses'
import { displayName, formatMailbox } from '@/lib/mail/format-mailbox'
import type { Mailbox } from '@/lib/mail/parse-mailbox'
import { type MailboxPart, parseMailboxList } from '@/lib/mail/parse-mailbox-list'
import type { Chip } from './composition'

/** Chips of a typed or pasted line. Good and bad addresses alike become chips; bad ones carry their problem. */
export function chipsOf(line: string): Chip[] {
  return parseMailboxList(spacesToCommas(line)).map(chipOf)
}

export function chipOfMailbox(mailbox: Mailbox): Chip {
  const typed = formatMailbox(mailbox)
  return (
    chipsOf(typed)[0] ?? { id: typed, typed, name: mailbox.name, address: mailbox.address, problem: null }
  )
}

/** Adds chips, each address once; a bad one is kept as often as it was typed. */
export function addChips(chips: Chip[], more: Chip[]): Chip[] {
  const known = new Set(chips.map(keyOf))
  const fresh = more.filter((chip) => {
    const key = keyOf(chip)
    if (chip.problem === null && known.has(key)) return false
    known.add(key)
    return true
  })
  return withIds([...chips, ...fresh])
}

/** What a chip shows: the name, else the address, else what was typed. */
export function chipLabel(chip: Chip): string {
  return chip.problem ? chip.typed : displayName(chip)
}

function chipOf({ text, mailbox, problem }: MailboxPart): Chip {
  return { id: text, typed: text, name: mailbox?.name ?? '', address: mailbox?.address ?? '', problem }
}

function keyOf(chip: Chip): string {
  return chip.problem ? chip.typed : addressKey(chip.address)
}

/** Ids name chips for the screen only; the same bad text may stand there twice. */
function withIds(chips: Chip[]): Chip[] {
  const seen = new Map<string, number>()
  return chips.map((chip) => {
    const times = seen.get(chip.typed) ?? 0
    seen.set(chip.typed, times + 1)
    return { ...chip, id: `${chip.typed}#${times}` }
  })
}

/** `a@x.test b@x.test`: addresses pasted from a spreadsheet's row have only spaces between them. */
function spacesToCommas(line: string): string {
  const words = line.trim().split(/\s+/)
  const bare = words.length > 1 && words.every((word) => /^[^\s<>"()@,;]+@[^\s<>"()@,;]+$/.test(word))
  return bare ? words.join(',') : line
}
