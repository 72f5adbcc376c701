import { ApiUnreachable, toProblem } from './problem'

export type Query = Record<string, string | number | boolean | undefined>

export type CallOptions = {
  query?: Query
  signal?: AbortSignal
  headers?: Record<string, string>
  /** lets a change finish while the page is being left */
  keepalive?: boolean
}

const TIMEOUT_MS = 30_000

/** Builds `/api/v1` + path + query; undefined values are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  const search = new URLSearchParams(given).toString()
  return `/api/v1${path}${search ? `?${search}` : ''}`
}

/**
 * Our own server is trusted to keep the contract, whose types are the answer's types: zod stays out of the
 * browser's first download. Throws ApiProblem (refused), ApiUnreachable (no answer) or the caller's AbortError.
 */
async function call<T>(method: string, path: string, body: unknown, options: CallOptions): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers }
  if (body !== undefined) headers['content-type'] = 'application/json'
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  let response: Response
  let text: string
  try {
    response = await fetch(apiUrl(path, options.query), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      keepalive: options.keepalive,
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    })
    text = await response.text()
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    throw new ApiUnreachable(cause)
  }
  if (!response.ok) throw toProblem(response.status, response.statusText, text)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const api = {
  get: <T>(path: string, options: CallOptions = {}) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options: CallOptions = {}) => call<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options: CallOptions = {}) => call<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options: CallOptions = {}) =>
    call<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options: CallOptions = {}) => call<T>('DELETE', path, undefined, options),
}
