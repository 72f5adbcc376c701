import LinkifyIt from 'linkify-it'

export type LinkRange = {
  /** UTF-16 offsets into the text */
  start: number
  end: number
  /** always http:, https: or mailto: */
  href: string
}

const finder = new LinkifyIt({ fuzzyIP: false }).add('ftp:', null).add('//', null)
const LONGEST_LINE = 5000

/**
 * Where links are in plain text: ranges, never HTML, so that the reader renders text nodes. Bare host names need a
 * known top-level domain. Lines beyond 5,000 characters are left as text (they would cost more than they give).
 */
export function linkRanges(text: string): LinkRange[] {
  const ranges: LinkRange[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    if (line.length <= LONGEST_LINE) {
      for (const match of finder.match(line) ?? []) {
        const href = safeHref(match.url)
        if (href) ranges.push({ start: offset + match.index, end: offset + match.lastIndex, href })
      }
    }
    offset += line.length + 1
  }
  return ranges
}

/** The link as the browser will read it; null for any scheme but http, https and mailto. */
export function safeHref(url: string): string | null {
  try {
    const parsed = new URL(url)
    return /^(?:https?|mailto):$/.test(parsed.protocol) ? parsed.href : null
  } catch {
    return null
  }
}
