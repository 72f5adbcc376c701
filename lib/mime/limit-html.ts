// Depth and number of elements are cut before any HTML parser of ours sees them: all of them slow down on nesting.

export const DEEPEST_HTML = 256
export const MOST_NODES = 50_000
/** `<` of any kind: tags that close, stray ones, comments */
const MOST_MARKS = 150_000
export const MOST_HTML = 2 * 1024 * 1024

const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
/** An open tag of the key closes an open tag of these names at the top of the stack, as in htmlparser2. */
const closedBy: Record<string, string[]> = {
  p: ['p'],
  li: ['li'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['tr', 'td', 'th'],
  tbody: ['tr', 'td', 'th', 'thead', 'tbody'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  option: ['option'],
}
for (const name of ['div', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'pre', 'blockquote', 'hr'])
  closedBy[name] = ['p']

export type LimitedHtml = { html: string /** something was left out */; cut: boolean }

/**
 * Leaves out tags nested deeper than 256 levels (their text stays) and everything after the 50,000th tag. One pass
 * over the text. Html within the limits is answered unchanged. The answer is NOT safe: the sanitizer comes after.
 */
export function limitHtml(html: string): LimitedHtml {
  const stack: string[] = []
  let out = ''
  let copied = 0
  let nodes = 0
  let marks = 0
  let cut = false
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const tag = readTag(html, at)
    if (tag && !apply(stack, tag)) {
      cut = true
      out += html.slice(copied, at)
      copied = tag.end
    } else {
      if (tag && !tag.closes) nodes++
      if (nodes > MOST_NODES || ++marks > MOST_MARKS) return { html: out + html.slice(copied, at), cut: true }
    }
    at = tag?.end ?? at + 1
  }
  return { html: cut ? out + html.slice(copied) : html, cut }
}

type Tag = { name: string; closes: boolean; end: number }

function readTag(html: string, at: number): Tag | null {
  const closes = html[at + 1] === '/'
  const nameStart = closes ? at + 2 : at + 1
  if (!/[a-z]/i.test(html[nameStart] ?? '')) return null
  tagName.lastIndex = nameStart
  const name = (tagName.exec(html)?.[0] ?? '').toLowerCase()
  return { name, closes, end: endOfTag(html, nameStart + name.length) }
}

const tagName = /[^\s/>]{1,100}/y

/** Index after the `>`, quoted values skipped. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let i = from; i < html.length; i++) {
    const character = html[i] ?? ''
    if (quote !== '') quote = character === quote ? '' : quote
    else if ((character === '"' || character === "'") && html[i - 1] === '=') quote = character
    else if (character === '>') return i + 1
  }
  return html.length
}

/** Follows the tag on the stack; false when it is to be left out. */
function apply(stack: string[], tag: Tag): boolean {
  if (tag.closes) {
    const open = stack.lastIndexOf(tag.name)
    if (open >= 0) stack.length = open
    return true
  }
  if (empty.has(tag.name)) return true
  const closed = Object.hasOwn(closedBy, tag.name) ? closedBy[tag.name] : undefined
  while (closed?.includes(stack.at(-1) ?? '')) stack.pop()
  if (stack.length >= DEEPEST_HTML) return false
  stack.push(tag.name)
  return true
}
