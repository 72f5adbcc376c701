// The second wall of HTML mail (the first is the sandboxed frame with its own CSP). An allow-list of plain elements;
// what leaves here is final and is never edited again.
import sanitize from 'sanitize-html'
import { safeHref } from '../mail/linkify'
import { cleanText } from './clean-text'
import { disguiseIn, isDeceptiveLink } from './deceptive-link'
import { limitHtml } from './limit-html'
import { sanitizeStyle } from './sanitize-style'

export type SanitizeOptions = {
  /** URL for a Content-ID, null when there is no such part; without it cid: images are left out */
  urlOfContentId?: (contentId: string) => string | null
  /** keep: http and https images stay, for a frame whose CSP allows them */
  remoteImages?: 'remove' | 'keep'
}

export type SanitizedHtml = {
  html: string
  /** number of remote images left out, and their hosts, each once, at most 20 */
  remoteImages: { count: number; hosts: string[] }
  /** hosts of links whose text names another host */
  deceptiveHosts: string[]
  formsRemoved: boolean
  cut: boolean
}

const MOST_HOSTS = 20

const tags =
  `a abbr acronym address b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn dir div
  dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span
  strike strong sub summary details sup table tbody td tfoot th thead time tr tt u ul var wbr area map article aside footer header
  main nav section`.split(/\s+/)

/** Their content goes with them: it is not text for a reader. */
const withContent =
  `script style textarea option select noscript noembed noframes xmp iframe object embed applet
  template title svg math audio video canvas plaintext frameset head-template datalist`.split(/\s+/)

const forms = new Set(['form', 'input', 'button', 'select', 'textarea', 'fieldset'])

const boxes = ['align', 'valign', 'width', 'height', 'bgcolor', 'style', 'dir', 'lang', 'title']
const attributes: Record<string, string[]> = {
  '*': ['id', 'style', 'dir', 'lang', 'title', 'align'],
  a: ['href', 'target', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'border', 'hspace', 'vspace', 'usemap'],
  map: ['name'],
  area: ['href', 'target', 'rel', 'alt', 'shape', 'coords'],
  font: ['color', 'face', 'size'],
  table: [...boxes, 'border', 'cellpadding', 'cellspacing', 'rules', 'frame', 'summary'],
  td: [...boxes, 'colspan', 'rowspan', 'nowrap', 'abbr', 'headers', 'scope'],
  th: [...boxes, 'colspan', 'rowspan', 'nowrap', 'abbr', 'headers', 'scope'],
  tr: boxes,
  tbody: boxes,
  thead: boxes,
  tfoot: boxes,
  col: [...boxes, 'span'],
  colgroup: [...boxes, 'span'],
  div: boxes,
  hr: ['width', 'size', 'color', 'noshade'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['type', 'value'],
  blockquote: ['type'],
  time: ['datetime'],
  details: ['open'],
}

type Findings = { hosts: Set<string>; count: number; deceptive: Set<string>; links: number; forms: boolean }
/** links looked at for deception: far more than any honest mail has */
const MOST_LINKS = 2000
const MOST_PASSES = 4
type Attributes = sanitize.Attributes

/** Makes the HTML of a received message safe to show. Never throws for any input; call it in the MIME worker. */
export function sanitizeHtml(dirty: string, options: SanitizeOptions = {}): SanitizedHtml {
  const limited = limitHtml(cleanText(dirty))
  const findings: Findings = { hosts: new Set(), count: 0, deceptive: new Set(), links: 0, forms: false }
  const html = sanitize(limited.html, {
    allowedTags: tags,
    allowedAttributes: attributes,
    nonTextTags: withContent,
    disallowedTagsMode: 'discard',
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href', 'cite'],
    allowProtocolRelative: false,
    allowVulnerableTags: false,
    enforceHtmlBoundary: false,
    parseStyleAttributes: false,
    parser: { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    transformTags: {
      '*': (name, given) => ({ tagName: name, attribs: cleanAttributes(name, given, options, findings) }),
      body: (_, given) => ({ tagName: 'div', attribs: cleanAttributes('div', given, options, findings) }),
    },
    exclusiveFilter: (frame) => {
      if (
        frame.tag === 'a' &&
        ++findings.links <= MOST_LINKS &&
        isDeceptiveLink(frame.attribs.href ?? '', frame.text)
      ) {
        if (findings.deceptive.size < MOST_HOSTS) findings.deceptive.add(hostOf(frame.attribs.href ?? ''))
      }
      return false
    },
  })
  return {
    html: settle(html),
    remoteImages: { count: findings.count, hosts: [...findings.hosts] },
    deceptiveHosts: [...findings.deceptive],
    formsRemoved: findings.forms,
    cut: limited.cut,
  }
}

/**
 * An element that was taken out can leave a nesting that the next parser mends in another way (a cell directly in
 * a cell). Parses the clean elements again, attributes untouched, until nothing moves: what is stored is what is read.
 */
function settle(html: string): string {
  let settled = html
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = sanitize(settled, {
      allowedTags: tags,
      allowedAttributes: false,
      allowedSchemesAppliedToAttributes: ['href', 'cite'],
      parseStyleAttributes: false,
      enforceHtmlBoundary: false,
    })
    if (next === settled) break
    settled = next
  }
  return settled
}

function cleanAttributes(
  name: string,
  given: Attributes,
  options: SanitizeOptions,
  findings: Findings,
): Attributes {
  if (forms.has(name)) findings.forms = true
  const out: Attributes = { ...given }
  if (out.style !== undefined) {
    const style = sanitizeStyle(out.style)
    if (style === '') delete out.style
    else out.style = style
  }
  // Marks within the message: with a prefix, so that no name of a mail is a name of ours.
  const mark = out.id ?? (name === 'a' ? out.name : undefined)
  delete out.id
  if (mark !== undefined) out.id = markOf(mark)
  if (name === 'map') out.name = markOf(out.name ?? '')
  if (name === 'a' || name === 'area') return cleanLink(out, findings)
  if (name === 'img') return cleanImage(out, options, findings)
  return out
}

const markOf = (name: string) =>
  `mail-${name
    .replace(/^mail-/, '')
    .replace(/[^\w.-]+/g, '-')
    .slice(0, 100)}`

/** Only http, https and mailto, as the browser will read them, and always in a window of its own; or within the page. */
function cleanLink(given: Attributes, findings: Findings): Attributes {
  const { href = '', target: _target, rel: _rel, ...rest } = given
  if (href.startsWith('#')) return href === '#' ? rest : { ...rest, href: `#${markOf(href.slice(1))}` }
  const safe = safeHref(href.trim())
  const disguise = disguiseIn(href)
  if (disguise !== null && findings.deceptive.size < MOST_HOSTS) findings.deceptive.add(disguise)
  return safe === null ? rest : { ...rest, href: safe, target: '_blank', rel: 'noopener noreferrer' }
}

function cleanImage(given: Attributes, options: SanitizeOptions, findings: Findings): Attributes {
  const { src, usemap, ...rest } = given
  if (usemap?.startsWith('#')) rest.usemap = `#${markOf(usemap.slice(1))}`
  const url = imageUrl((src ?? '').trim(), options, findings)
  return url === null ? rest : { ...rest, src: url }
}

const dataImage = /^data:image\/(?:png|gif|jpe?g|webp|bmp);base64,[A-Za-z0-9+/=\s]*$/i

function imageUrl(src: string, options: SanitizeOptions, findings: Findings): string | null {
  if (/^cid:/i.test(src)) return options.urlOfContentId?.(contentIdOf(src)) ?? null
  if (dataImage.test(src)) return src.replace(/\s+/g, '')
  const host = /^(?:https?:)?[\\/]{2}/i.test(src) ? hostOf(src.startsWith('h') ? src : `https:${src}`) : ''
  if (host === '') return null
  if (options.remoteImages === 'keep') return safeHref(src)
  findings.count++
  if (findings.hosts.size < MOST_HOSTS) findings.hosts.add(host)
  return null
}

function contentIdOf(src: string): string {
  const id = src.slice(4)
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
