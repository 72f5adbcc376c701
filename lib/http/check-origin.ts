import { AppError } from '../platform/errors'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change asked for by another site in the name of whoever is signed in here. Origin must be given and be
 * one of ours (a sandboxed frame sends `null`), Sec-Fetch-Site, which browsers send, must be same-origin.
 * Throws AppError forbidden.
 */
export function checkOrigin(method: string, headers: Headers, allowedOrigins: string[]): void {
  if (SAFE_METHODS.has(method)) return
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin !== null && allowedOrigins.includes(origin) && (site === null || site === 'same-origin')) return
  throw new AppError(
    'forbidden',
    'wrong-origin',
    `Changes are taken only from pages of ${allowedOrigins.join(' or ')}. Set APP_URL to the address in use.`,
  )
}

/**
 * For reads that stay open or show more than JSON: browsers must say that a page of ours asks. Scripts send no
 * Sec-Fetch-Site. Throws AppError forbidden.
 */
export function requireSameSite(headers: Headers): void {
  const site = headers.get('sec-fetch-site')
  if (site === null || site === 'same-origin') return
  throw new AppError('forbidden', 'wrong-origin', 'Only our own pages may listen.')
}
