// Sets the security headers of pages, and nothing else: who may see what is decided by the verbs, never here.
import { type NextRequest, NextResponse } from 'next/server'
import { pageCsp, pageHeaders } from '@/lib/http/page-headers'

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const context = {
    nonce,
    isHttps: process.env.APP_URL?.startsWith('https:') ?? false,
    isDevelopment: process.env.NODE_ENV === 'development',
  }
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Next reads the nonce for its own scripts from here
  headers.set('content-security-policy', pageCsp(context))
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(pageHeaders(context))) response.headers.set(name, value)
  return response
}

// Routes that are not pages set their own, stricter headers, and a body that passes here is cut at 10 MB.
export const config = { matcher: ['/((?!_next/static|_next/image|api/|message-body/|icon.svg).*)'] }
