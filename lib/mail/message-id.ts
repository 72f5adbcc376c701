// Message-ID, In-Reply-To and References (RFC 5322 section 3.6.4), read as they come, not as they should be.

const LONGEST_ID = 998
const MOST_IDS = 100

/**
 * The ids in a References or In-Reply-To value, without angle brackets, each once, in order. Tolerates missing
 * spaces, missing brackets, comments and line folds inside an id. At most 100: the first and the newest 99, as
 * threads hang on both ends.
 */
export function parseMessageIds(value: string): string[] {
  const found = new Set<string>()
  const bracketed = value.includes('<') ? inBrackets(value) : value.split(/[\s,]+/)
  for (const raw of bracketed) {
    const id = cleanId(raw)
    if (id !== '') found.add(id)
  }
  const ids = [...found]
  return ids.length <= MOST_IDS ? ids : [ids[0] ?? '', ...ids.slice(1 - MOST_IDS)]
}

/** The one id of a Message-ID value without angle brackets; an empty string when there is none. */
export function parseMessageId(value: string): string {
  return value.includes('<') ? (parseMessageIds(value)[0] ?? '') : cleanId(value)
}

function inBrackets(value: string): string[] {
  const found: string[] = []
  let open = value.indexOf('<')
  while (open >= 0) {
    const close = value.indexOf('>', open)
    const next = value.indexOf('<', open + 1)
    // An unclosed id ends where the next one opens.
    const end = close < 0 ? (next < 0 ? value.length : next) : next >= 0 && next < close ? next : close
    found.push(value.slice(open + 1, end))
    open = next
  }
  return found
}

function cleanId(raw: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is taken out
  const id = raw.replace(/[\s\u0000-\u001f\u007f<>]+/g, '')
  return id.length > LONGEST_ID ? '' : id
}
