import type { MimeNotice, NoticeCode, ParsedAttachment, ParseOptions } from './parsed-message'
import { type SanitizedHtml, sanitizeHtml } from './sanitize-html'

type Piece = { type: string; text: string }

/**
 * The HTML shown for a body: each piece sanitized by itself, so that an open tag in one cannot reach into the next.
 * Marks the attachments it shows as inline, and adds what the reader should know to the notices.
 */
export function renderHtml(
  pieces: Piece[],
  attachments: ParsedAttachment[],
  options: ParseOptions,
  notices: MimeNotice[],
): string {
  const urlOfContentId = (contentId: string) => showInline(contentId, attachments, options)
  const done = pieces.map((piece) =>
    sanitizeHtml(piece.type === 'text/html' ? piece.text : plainAsHtml(piece.text), {
      urlOfContentId,
      remoteImages: options.remoteImages ?? 'remove',
    }),
  )
  notices.push(...noticesOf(done))
  return done.map((one) => one.html).join('\n')
}

function showInline(
  contentId: string,
  attachments: ParsedAttachment[],
  options: ParseOptions,
): string | null {
  const shown = attachments.find((attachment) => attachment.contentId === contentId)
  if (!shown || options.inlineUrl === undefined) return null
  shown.inline = true
  return `${options.inlineUrl}${shown.position}`
}

/** A plain part among HTML ones; goes through the sanitizer like the others. */
function plainAsHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<div style="white-space:pre-wrap">${escaped}</div>`
}

function noticesOf(done: SanitizedHtml[]): MimeNotice[] {
  const count = done.reduce((sum, one) => sum + one.remoteImages.count, 0)
  const hosts = unique(done.flatMap((one) => one.remoteImages.hosts))
  const deceptive = unique(done.flatMap((one) => one.deceptiveHosts))
  const found: [NoticeCode, boolean, string?][] = [
    ['remote-images', count > 0, `${count} ${hosts.join(', ')}`],
    ['deceptive-links', deceptive.length > 0, deceptive.join(', ')],
    ['forms-removed', done.some((one) => one.formsRemoved)],
    ['html-cut', done.some((one) => one.cut)],
  ]
  return found
    .filter(([, is]) => is)
    .map(([code, , detail]) => (detail === undefined ? { code } : { code, detail }))
}

const unique = (list: string[]) => [...new Set(list)]
