import { compile } from 'html-to-text'

const toText = compile({
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxInputLength: 2_000_000, maxDepth: 256, maxChildNodes: 50_000 },
  selectors: [
    { selector: 'head', format: 'skip' },
    { selector: 'title', format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
})

/** The words of an HTML body as plain text; links and images without their addresses. Call limitHtml before. */
export function htmlToText(html: string): string {
  return toText(html).replace(/\u00a0/g, ' ')
}
