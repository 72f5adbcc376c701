// lib/http turns requests into verbs and their outcomes into answers: who asks, may it come from there, what went wrong.

/** On every answer that is not a page: nothing in it may be run, framed, sniffed or shown by another site. */
export const STRICT_HEADERS: Record<string, string> = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
}

/** Adds what the answer has not set itself. */
export function withStrictHeaders(response: Response, requestId: string): Response {
  for (const [name, value] of Object.entries(STRICT_HEADERS)) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  response.headers.set('X-Request-Id', requestId)
  return response
}
