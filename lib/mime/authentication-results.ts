import { cleanText } from './clean-text'

export type Verdicts = {
  /** authserv-id of the server that stamped it */
  server: string
  verdicts: { method: string; result: string; domain: string | null }[]
}

const MOST_VERDICTS = 50
/** Where each method says whom the verdict is about (RFC 8601 section 2.7). */
const domainProperties = ['header.d', 'header.from', 'smtp.mailfrom', 'smtp.helo', 'header.i', 'policy.d']

/**
 * One Authentication-Results value (RFC 8601) in small form. Whether the server is ours, and so whether it may be
 * believed, is for the caller to decide. null when it is unreadable or holds no verdict.
 */
export function parseAuthenticationResults(value: string): Verdicts | null {
  const pieces = splitOutsideQuotes(value.slice(0, 20_000))
  const server = /^\s*(\S+)/.exec(pieces[0] ?? '')?.[1] ?? ''
  const verdicts = pieces.slice(1).flatMap(readVerdict).slice(0, MOST_VERDICTS)
  return server === '' || server.includes('=') || verdicts.length === 0
    ? null
    : { server: cleanText(server), verdicts }
}

function readVerdict(piece: string): Verdicts['verdicts'] {
  const tokens = tokensOf(piece)
  const [method, result] = tokens[0] ?? ['', '']
  if (method === '' || result === '') return []
  const properties = new Map(tokens.slice(1))
  const domain = domainProperties.map((name) => properties.get(name)).find((found) => found)
  return [{ method: method.split('/')[0] ?? '', result: result.toLowerCase(), domain: domainOf(domain) }]
}

const domainOf = (value: string | undefined) =>
  value ? cleanText(value.slice(value.lastIndexOf('@') + 1).toLowerCase()) : null

/** `name = value` pairs; values may be quoted. */
function tokensOf(piece: string): [string, string][] {
  return [...piece.matchAll(/([\w.\-/]{1,60})\s{0,5}=\s{0,5}(?:"([^"]{0,500})"|([^\s"]{1,500}))/g)].map(
    (match) => [(match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? ''],
  )
}

/** Pieces between semicolons, comments left out. */
function splitOutsideQuotes(value: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let quoted = false
  let comment = 0
  for (const character of value) {
    if (character === '"' && comment === 0) quoted = !quoted
    if (!quoted && character === '(') comment++
    if (!quoted && character === ';' && comment === 0) {
      pieces.push(piece)
      piece = ''
    } else if (comment === 0) piece += character
    if (!quoted && character === ')' && comment > 0) comment--
  }
  return [...pieces, piece]
}
