// HTML as plain text: for search, previews, quoting and the text part of what is sent. Reads only what the sanitizer
// wrote (every `<` is a tag, every `>` in a value is escaped), so one pass is enough; html-to-text takes 48 s for
// 40,000 paragraphs within 250 quotes.
import { type SanitizedHtml, sanitizeHtml } from './sanitize-html'

/** The words of any HTML. Cleans first; never throws. */
export function textOfHtml(dirty: string): string {
  return textOfSafeHtml(sanitizeHtml(dirty).html)
}

/** Elements that stand on lines of their own; those in `apart` have an empty line around them. */
const blocks = new Set(
  `address article aside blockquote caption center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6
  header hr li main nav ol p pre section summary table tr ul`.split(/\s+/),
)
const apart = new Set('blockquote h1 h2 h3 h4 h5 h6 hr ol p pre table ul'.split(' '))
const DEEPEST_QUOTE = 20

type State = {
  lines: string[]
  line: string
  quote: number
  pre: number /** quote depth of an empty line due before the next one */
  blank: number | null
}

/** The words of sanitized HTML; quotes are marked with `>`, links and images leave their text only. Linear. */
export function textOfSafeHtml(html: SanitizedHtml['html']): string {
  const state: State = { lines: [], line: '', quote: 0, pre: 0, blank: null }
  for (const [token, closes, name] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>|[^<]+/g)) {
    if (name === undefined) addText(state, plainCharacters(token))
    else addTag(state, name, closes === '/')
  }
  endLine(state)
  return state.lines.join('\n')
}

function addTag(state: State, name: string, closes: boolean): void {
  if (name === 'br') state.lines.push(...finished(state, true))
  else if (name === 'td' || name === 'th') state.line += closes && state.line !== '' ? ' ' : ''
  if (!blocks.has(name)) return
  endLine(state)
  const step = closes ? -1 : 1
  const outside = name === 'blockquote' && closes ? state.quote - 1 : state.quote
  if (apart.has(name) && state.lines.length > 0) state.blank = Math.min(state.blank ?? outside, outside)
  if (name === 'blockquote') state.quote = Math.max(0, state.quote + step)
  if (name === 'pre') state.pre = Math.max(0, state.pre + step)
  if (name === 'li' && !closes) state.line = '- '
}

function addText(state: State, text: string): void {
  if (state.pre > 0) {
    const [first = '', ...more] = text.split('\n')
    state.line += first
    for (const next of more) {
      state.lines.push(...finished(state, true))
      state.line = next
    }
    return
  }
  const flat = text.replace(/[\s\u00a0]+/g, ' ')
  state.line += state.line === '' || state.line.endsWith(' ') ? flat.trimStart() : flat
}

function endLine(state: State): void {
  state.lines.push(...finished(state, false))
}

/** The current line with its quote marks, and the empty line due before it. */
function finished(state: State, keepEmpty: boolean): string[] {
  const line = state.line.trimEnd()
  state.line = ''
  if (line === '' && !keepEmpty) return []
  const blank = state.blank === null ? [] : [quoteMarks(state.blank)]
  state.blank = null
  return [...blank, state.quote === 0 ? line : `${quoteMarks(state.quote)} ${line}`.trimEnd()]
}

const quoteMarks = (depth: number) => '>'.repeat(Math.max(0, Math.min(depth, DEEPEST_QUOTE)))

const plainCharacters = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
