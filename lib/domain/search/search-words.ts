const MOST_WORDS = 10

/** The words of a query; what stands in double quotes is one. Pure. */
export function wordsOf(query: string): string[] {
  const found = query.normalize('NFC').match(/"[^"]+"|[^\s"]+/g) ?? []
  const words = found.map((word) => word.replace(/^"|"$/g, '').trim()).filter(Boolean)
  return [...new Set(words)].slice(0, MOST_WORDS)
}
