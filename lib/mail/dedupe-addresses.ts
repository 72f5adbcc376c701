import type { Mailbox } from './parse-mailbox'

/** How addresses are compared: without regard to case, as every server in use does. */
export function addressKey(address: string): string {
  return address.normalize('NFC').toLowerCase()
}

/** Each address once, the first one's place kept; a later name fills an empty one. */
export function dedupeAddresses(list: readonly Mailbox[], leaveOut: Iterable<string> = []): Mailbox[] {
  const skip = new Set([...leaveOut].map(addressKey))
  const found = new Map<string, Mailbox>()
  for (const mailbox of list) {
    const key = addressKey(mailbox.address)
    if (key === '' || skip.has(key)) continue
    const before = found.get(key)
    if (!before) found.set(key, mailbox)
    else if (before.name === '') found.set(key, { ...before, name: mailbox.name })
  }
  return [...found.values()]
}
