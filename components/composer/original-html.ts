// The HTML of an original for quoting: sanitized once more in the browser, strict, nothing that loads.
import DOMPurify from 'dompurify'

const ALLOWED_TAGS = [
  'a',
  'b',
  'blockquote',
  'br',
  'code',
  'em',
  'h1',
  'h2',
  'h3',
  'i',
  'li',
  'ol',
  'p',
  'pre',
  'strong',
].concat(['div', 'span', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul', 'hr', 's'])
const LONGEST = 500_000
const TIMEOUT_MS = 4_000

/** Fetches the sanitized body document and strips it to text structure. Null when it is not to be had in time. */
export async function fetchOriginalHtml(htmlUrl: string): Promise<string | null> {
  try {
    const answer = await fetch(htmlUrl, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!answer.ok) return null
    const html = await answer.text()
    return html.length > LONGEST ? null : strictHtml(html)
  } catch {
    return null
  }
}

/** String output, an allowlist of tags, links to http, https and mailto only; no images, styles, forms or frames. */
export function strictHtml(html: string): string {
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    FORBID_CONTENTS: ['style', 'script', 'title', 'head', 'template', 'noscript', 'iframe', 'svg', 'math'],
  })
}
