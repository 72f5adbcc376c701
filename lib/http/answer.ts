import { createHash } from 'node:crypto'

/** A read: JSON under a strong ETag, or 304 when the asker has it already (RFC 9110 section 13.1.2). */
export function answerRead(request: Request, value: unknown): Response {
  const body = JSON.stringify(value)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'Content-Type': 'application/json' }
  if (hasEtag(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

/** What a change answers: 200 unless told, never kept. */
export function answer(value: unknown, status = 200): Response {
  return Response.json(value, { status })
}

export function answerNothing(): Response {
  return new Response(null, { status: 204 })
}

function hasEtag(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match')
  if (!given) return false
  return given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
