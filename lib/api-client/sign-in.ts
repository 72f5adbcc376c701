// Signing in and out over next-auth's own addresses, without its client: two requests each.
import { ApiUnreachable } from './problem'

/**
 * `failure` is the server's word: `credentials`, `too-many`, `origin`, `server:<step>:<code>`; or ours: `offline`
 * when no answer came, `unexpected` for anything else.
 */
export type SignInAnswer = { ok: true } | { ok: false; failure: string }

const TIMEOUT_MS = 60_000

/** Posts the address and the password with a fresh CSRF token. Never throws. */
export async function signIn(email: string, password: string): Promise<SignInAnswer> {
  try {
    const answer = await post('/api/auth/callback/credentials', { email, password })
    const failure = answer.problem ?? failureIn(answer.url) ?? (answer.ok ? null : 'unexpected')
    return failure === null ? { ok: true } : { ok: false, failure }
  } catch {
    return { ok: false, failure: 'offline' }
  }
}

/** Ends this session on the server and takes its cookie away. Throws ApiUnreachable. */
export async function signOut(): Promise<void> {
  try {
    await post('/api/auth/signout', {})
  } catch (cause) {
    throw new ApiUnreachable(cause)
  }
}

type Answer = { ok: boolean; url: string; problem: string | null }

async function post(path: string, fields: Record<string, string>): Promise<Answer> {
  const csrfToken = await fetchCsrfToken()
  const response = await fetch(path, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true', callbackUrl: location.origin }),
    credentials: 'same-origin',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const body = (await response.json().catch(() => ({}))) as { url?: string; type?: string }
  const problem = body.type?.endsWith('wrong-origin') ? 'origin' : null
  return { ok: response.ok, url: body.url ?? '', problem }
}

async function fetchCsrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', {
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  return csrfToken
}

/** next-auth answers an address to go to; when it failed, the reason stands in its query. */
function failureIn(url: string): string | null {
  if (!URL.canParse(url, location.origin)) return null
  return new URL(url, location.origin).searchParams.get('error')
}
