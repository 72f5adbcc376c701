export type PageContext = { nonce: string; isHttps: boolean; isDevelopment: boolean }

/**
 * The policy of our own pages: scripts only by this answer's nonce and what those load, everything else from here.
 * Styles may be inline, because the dialogs and the editor set some at run time; with no foreign source for images,
 * fonts or connections a style can carry nothing away.
 */
export function pageCsp({ nonce, isDevelopment }: PageContext): string {
  const evaluate = isDevelopment ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** All headers of a page. HSTS only where the public URL is https. */
export function pageHeaders(context: PageContext): Record<string, string> {
  return {
    'Content-Security-Policy': pageCsp(context),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cache-Control': 'private, no-store',
    ...(context.isHttps && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  }
}
