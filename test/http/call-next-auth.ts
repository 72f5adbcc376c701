import { createRequire } from 'node:module'
import type { NextAuthOptions } from 'next-auth'

type Called = {
  method: string
  action: string
  cookies: Record<string, string>
  body?: Record<string, string>
}
type NextAuth = (request: object, response: object, options: NextAuthOptions) => Promise<void>

// its handler for Node's requests; the one for route handlers needs a running Next
const { default: nextAuth } = createRequire(import.meta.url)('next-auth') as { default: NextAuth }

/** Calls next-auth in this process and answers its JSON and the cookies it set. */
export async function callNextAuth(options: NextAuthOptions, { method, action, cookies, body }: Called) {
  const headers = { 'user-agent': 'Test/1', 'x-forwarded-for': '127.0.0.1' }
  const request = { method, cookies, body, headers, query: { nextauth: action.split('/') } }
  const set = new Map<string, unknown>()
  let answered: unknown = null
  const keep = (value: unknown) => {
    answered = value
  }
  const response = {
    status: () => response,
    getHeader: (name: string) => set.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => {
      set.set(name.toLowerCase(), value)
      return response
    },
    json: keep,
    send: keep,
    end: () => undefined,
  }
  await nextAuth(request, response, options)
  const setCookie = [set.get('set-cookie') ?? []].flat() as string[]
  const pairs = setCookie.map((line) => /^([^=]+)=([^;]*)/.exec(line)?.slice(1) ?? [])
  const given = Object.fromEntries(pairs.map(([name, value = '']) => [name, decodeURIComponent(value)]))
  return { body: answered, setCookie, cookies: given as Record<string, string> }
}
