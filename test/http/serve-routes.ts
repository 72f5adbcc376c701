import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>
type Served = { body: string; headers: Record<string, string> }

/** A web server over the route handlers of message bodies, and one page around them at `/`. */
export async function serveRoutes(page: () => Served) {
  const requested: string[] = []
  const server = http.createServer(async (request, response) => {
    const url = request.url ?? '/'
    requested.push(url)
    const answer = url === '/' ? pageAnswer(page()) : await routeAnswer(request)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return { origin, requested, close }
}

const pageAnswer = ({ body, headers }: Served) =>
  new Response(body, { headers: { ...headers, 'content-type': 'text/html' } })

async function routeAnswer(request: http.IncomingMessage): Promise<Response> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const match = /^\/message-body\/([^/]+)(?:\/inline\/([^/]+))?$/.exec(url.pathname)
  if (!match) return new Response(null, { status: 404 })
  const [, id, position] = match
  const place = position === undefined ? '[id]' : '[id]/inline/[position]'
  const file = path.resolve('app/message-body', place, 'route.ts')
  const { GET } = (await import(/* @vite-ignore */ file)) as { GET: Handler }
  const headers = new Headers(request.headers as Record<string, string>)
  return GET(new Request(url, { headers }), { params: Promise.resolve({ id, position }) })
}
