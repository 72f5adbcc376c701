/** One or two letters for a person: "Ada Lovelace" -> "AL", "김민준" -> "김", no name -> first of the address. */
export function initialsOf(name: string, address: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean)
  const first = [...(words[0] ?? address)][0] ?? '?'
  const isSpacedScript = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(first)
  const last = words.length > 1 && isSpacedScript ? ([...(words[words.length - 1] ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** A hue from 0 to 359 that is the same for the same text (FNV-1a). */
export function hueOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % 360
}
