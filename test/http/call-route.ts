import path from 'node:path'
import { ORIGIN, type TestPerson } from './people'

type Handler = (request: Request, context: { params: Promise<object | undefined> }) => Promise<Response>

export type CallOptions = {
  /** as in the OpenAPI document: `/api/v1/messages/{id}` */
  path: string
  method?: string
  id?: string
  query?: string
  body?: unknown
  /** how the person is known; nobody without it */
  cookieOf?: TestPerson
  keyOf?: TestPerson
  headers?: Record<string, string>
}

/** Calls a route's handler in this process, as Next would, with the headers a browser page of ours would send. */
export async function callRoute(options: CallOptions): Promise<Response> {
  const { method = 'GET', id, query = '', body } = options
  const handler = await load(options.path, method)
  const request = new Request(`${ORIGIN}${options.path.replace('{id}', id ?? '')}${query}`, {
    method,
    headers: headersOf(options),
    body:
      body === undefined ? undefined : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
  })
  return handler(request, { params: Promise.resolve(id === undefined ? undefined : { id }) })
}

async function load(route: string, method: string): Promise<Handler> {
  const file = path.resolve('app', `.${route.replace('{id}', '[id]')}`, 'route.ts')
  const module = (await import(/* @vite-ignore */ file)) as Record<string, Handler>
  const handler = module[method]
  if (!handler) throw new Error(`${route} has no ${method}`)
  return handler
}

function headersOf({ method = 'GET', body, cookieOf, keyOf, headers }: CallOptions): Record<string, string> {
  return {
    host: new URL(ORIGIN).host,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(cookieOf && { cookie: cookieOf.cookie }),
    ...(cookieOf && method !== 'GET' && { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }),
    ...(keyOf && { authorization: `Bearer ${keyOf.key}` }),
    ...headers,
  }
}
