const TOKENS = ['--ink', '--ink-faint', '--link', '--hairline', '--outline', '--focus']

// an empty frame is in quirks mode, where a body without a height of its own is as tall as the frame
const STYLE = `
html { overflow: hidden; background: transparent }
body { height: fit-content; margin: 0; padding: 4px 0; color: var(--ink); font-size: 14.5px; line-height: 1.55;
  white-space: pre-wrap; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: 2px }
button { display: flex; align-items: center; height: 16px; margin: 8px 0; padding: 0 6px; cursor: pointer;
  color: var(--ink-faint); background: none; border: 1px solid var(--hairline); border-radius: 8px }
button:hover { color: var(--ink); border-color: var(--outline) }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px }
.quote { padding-left: 12px; border-left: 2px solid var(--hairline); color: var(--ink-faint) }
@media (pointer: coarse) { button { height: 36px; padding: 0 16px; border-radius: 18px } }
`

/** Gives an empty frame our type and colours, which it does not inherit; answers where to draw. */
export function prepareTextPage(page: Document, theme: 'light' | 'dark'): HTMLElement {
  const root = getComputedStyle(document.documentElement)
  const { style, lang } = page.documentElement
  if (!lang) {
    page.documentElement.lang = document.documentElement.lang
    page.head.append(Object.assign(page.createElement('style'), { textContent: STYLE }))
  }
  for (const token of TOKENS) style.setProperty(token, root.getPropertyValue(token))
  style.fontFamily = getComputedStyle(document.body).fontFamily
  style.colorScheme = theme
  return page.body
}
