// Inline styles by property and by value. What is not named here is left out.

const properties = new Set(
  `color background background-color font font-family font-size font-style font-variant font-weight letter-spacing
  line-height text-align text-decoration text-decoration-line text-decoration-color text-decoration-style text-indent
  text-transform white-space word-break word-spacing word-wrap overflow-wrap vertical-align direction unicode-bidi
  list-style list-style-type list-style-position border border-top border-right border-bottom border-left border-color
  border-style border-width border-top-color border-top-style border-top-width border-right-color border-right-style
  border-right-width border-bottom-color border-bottom-style border-bottom-width border-left-color border-left-style
  border-left-width border-radius border-top-left-radius border-top-right-radius border-bottom-left-radius
  border-bottom-right-radius border-collapse border-spacing caption-side empty-cells table-layout
  margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left
  width min-width max-width height min-height max-height display float clear box-sizing overflow overflow-x overflow-y
  text-overflow opacity mso-hide mso-line-height-rule`.split(/\s+/),
)

/** Letters, numbers, units, colours, quoted font names and lists, few functions. No backslash, no braces, no at. */
const plainValue = /^(?:[\p{L}\p{N}_\s#%.,!'"+\-/*]|\b(?:rgba?|hsla?|calc|min|max|clamp)\(|\))*$/iu
const forbidden = /url|expression|javascript|\/\/|\/\*|\*\//i

const displays =
  /^(?:block|inline|inline-block|none|table|table-cell|table-row|table-row-group|inline-table|list-item|flex|inline-flex)$/i
const LONGEST = 5000

/**
 * A `style` attribute with only what can neither load, nor run, nor leave its place: no URLs, no positions, no
 * variables, no negative margins. Values are kept as written. An empty string when nothing is left.
 */
export function sanitizeStyle(style: string): string {
  if (style.length > LONGEST || style.includes('\\')) return ''
  const kept = style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':')
    const property = declaration
      .slice(0, colon < 0 ? 0 : colon)
      .trim()
      .toLowerCase()
    const value = withoutPicture(property, declaration.slice(colon + 1).trim())
    return properties.has(property) && isSafeValue(property, value) ? [`${property}:${value}`] : []
  })
  return kept.join(';')
}

/** The colour of a background stays when its picture goes. */
function withoutPicture(property: string, value: string): string {
  return property === 'background'
    ? value
        .replace(/url\([^()]*\)/gi, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : value
}

function isSafeValue(property: string, written: string): boolean {
  const value = written.replace(/\s*!\s*important$/i, '')
  if (value === '' || value.length > 500 || !plainValue.test(value) || forbidden.test(value)) return false
  if (!balanced(value)) return false
  if (property === 'display') return displays.test(value)
  // Content must not be pulled over what stands above the message body.
  return !(property.startsWith('margin') || property === 'text-indent') || !/(?:^|\s)-/.test(value)
}

/** Every quote and parenthesis closes, so that a value cannot swallow what comes after it. */
function balanced(value: string): boolean {
  const even = (quote: string) => (value.split(quote).length - 1) % 2 === 0
  return even('"') && even("'") && value.split('(').length === value.split(')').length
}
