export type SystemFlag = 'seen' | 'answered' | 'flagged' | 'draft'

const onTheWire: Record<SystemFlag, string> = {
  seen: '\\Seen',
  answered: '\\Answered',
  flagged: '\\Flagged',
  draft: '\\Draft',
}
const byWire = new Map(
  Object.entries(onTheWire).map(([name, wire]) => [wire.toLowerCase(), name as SystemFlag]),
)

export function isSystemFlag(name: string): name is SystemFlag {
  return Object.hasOwn(onTheWire, name)
}

/** `seen` -> `\Seen`; a keyword stays as it is (RFC 9051 section 2.3.2). */
export function wireFlag(name: string): string {
  return isSystemFlag(name) ? onTheWire[name] : name
}

/** What a server's flag list says: the four system flags, and the keywords. `\Recent`, `\Deleted` and `\*` are left out. */
export function readFlags(wire: Iterable<string>): {
  flags: Record<SystemFlag, boolean>
  keywords: string[]
} {
  const flags = { seen: false, answered: false, flagged: false, draft: false }
  const keywords = new Set<string>()
  for (const flag of wire) {
    const name = byWire.get(flag.toLowerCase())
    if (name) flags[name] = true
    else if (!flag.startsWith('\\')) keywords.add(flag)
  }
  return { flags, keywords: [...keywords].sort() }
}
