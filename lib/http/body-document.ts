export type BodyTheme = 'light' | 'dark'
export type SafeBody = { html: string; css?: string }

/**
 * The policy of a message's own document. Nothing runs, nothing is loaded but this message's inline images from
 * `inlineUrl`. `allow-same-origin` lets our page measure the document; it is harmless without `allow-scripts`,
 * which must never be added beside it.
 */
export function bodyCsp(inlineUrl: string): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src data: ${inlineUrl}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  ].join('; ')
}

/**
 * Sanitized HTML as a whole document. Nothing edits the HTML here: it is put between fixed words. In the dark a
 * message that names colours of its own keeps its light paper, because half of its colours on ours is unreadable.
 */
export function bodyDocument({ html, css = '' }: SafeBody, theme: BodyTheme): string {
  const isColoured = /\b(?:bgcolor|color|background(?:-color|-image)?)\s*[=:]/i.test(`${css} ${html}`)
  const paper = theme === 'dark' && !isColoured ? DARK : LIGHT
  return [
    '<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Message body</title>',
    `<style>${paper}${BASE}</style>`,
    css && `<style>${css.replaceAll('<', '\\3c ')}</style>`,
    `</head><body>${html}</body></html>`,
  ].join('')
}

const LIGHT = ':root{color-scheme:light;background:#fff;color:#1c1e21}a{color:#1a56b0}'
const DARK = ':root{color-scheme:dark;background:transparent;color:#e4e6ea}a{color:#8ab4f8}'
const BASE =
  'html{overflow-wrap:anywhere;font:15px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans KR",sans-serif}' +
  'body{margin:0;padding:16px}img{max-width:100%;height:auto}img:not([src]):not([alt=""]){outline:1px dashed #8886;color:#767676;font-size:13px}pre{white-space:pre-wrap}' +
  'blockquote{margin:0 0 0 4px;padding-left:12px;border-left:3px solid #8884}table{max-width:100%}' +
  // letters are built 600 px wide: on a phone their tables and pictures give way instead of being cut off
  '@media(max-width:600px){body{padding:8px}table,td,th{width:auto!important;min-width:0!important}' +
  'img{max-width:calc(100vw - 48px)!important}}'
