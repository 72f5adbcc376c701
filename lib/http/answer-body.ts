import { parseConfig } from '../platform/config'
import { AppError } from '../platform/errors'
import { type BodyTheme, bodyCsp, bodyDocument, type SafeBody } from './body-document'

/**
 * A message's document is for a frame of ours only: opened as a page it would be the sender's page under our
 * address. Browsers say what they ask for; a script with a key says nothing. Throws AppError forbidden.
 */
export function requireFrame(headers: Headers): void {
  const destination = headers.get('sec-fetch-dest')
  const site = headers.get('sec-fetch-site')
  const isFrame = destination === null || destination === 'iframe'
  if (isFrame && (site === null || site === 'same-origin')) return
  throw new AppError('forbidden', 'frame-only', 'A message body opens only inside Posthorn.')
}

/** The sanitized body as a document under its own policy. */
export function answerBody(request: Request, body: SafeBody, theme: BodyTheme): Response {
  const { pathname } = new URL(request.url)
  return new Response(bodyDocument(body, theme), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': bodyCsp(`${originOf(request)}${pathname}/inline/`),
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=()',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The origin the browser used, if it is one of ours: the frame's images are loaded from there. */
function originOf(request: Request): string {
  const { allowedOrigins, appUrl } = parseConfig(process.env)
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return allowedOrigins.find((origin) => new URL(origin).host === host) ?? new URL(appUrl).origin
}
