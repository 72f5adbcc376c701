// What our own composer sends. It may hold quoted mail, so it passes the same allow-list, with images kept.
import sanitize from 'sanitize-html'
import { safeHref } from '../mail/linkify'
import { cleanText } from './clean-text'
import { limitHtml } from './limit-html'
import { sanitizeStyle } from './sanitize-style'

const tags =
  `a b blockquote br center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s small span
  strike strong sub sup table tbody td tfoot th thead tr u ul`.split(/\s+/)
const box = ['style', 'dir', 'align', 'valign', 'width', 'height', 'bgcolor', 'colspan', 'rowspan']

/** Synchronous form for the MIME worker; the rest of the program calls sanitizeOutgoingHtml. */
export function sanitizeOutgoing(html: string): string {
  return sanitize(limitHtml(cleanText(html)).html, {
    allowedTags: tags,
    allowedAttributes: {
      '*': ['style', 'dir', 'lang'],
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      font: ['color', 'face', 'size'],
      table: [...box, 'border', 'cellpadding', 'cellspacing'],
      td: box,
      th: box,
      ol: ['start', 'type'],
      blockquote: ['type'],
    },
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'noembed',
      'noframes',
      'xmp',
      'iframe',
      'title',
      'template',
      'svg',
      'math',
      'plaintext',
    ],
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https', 'cid'] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: clean(tagName, attribs) }) },
  })
}

function clean(name: string, { style, href, ...rest }: sanitize.Attributes): sanitize.Attributes {
  const kept = sanitizeStyle(style ?? '')
  const link = name === 'a' && href !== undefined ? safeHref(href) : null
  return { ...rest, ...(kept === '' ? {} : { style: kept }), ...(link === null ? {} : { href: link }) }
}
