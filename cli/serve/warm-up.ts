const FIRST_ANSWER = 20_000
const EACH = 10_000

/** Paths whose modules the first visit needs. Without a session they answer 401 or lead to the sign-in page. */
const FIRST_VISIT = [
  '/sign-in',
  '/api/auth/csrf',
  '/mail',
  '/api/v1/mailboxes',
  '/api/v1/folders/none/threads',
  '/api/v1/threads/none',
  '/api/v1/messages/none',
  '/api/v1/outbox',
  '/message-body/none',
]

/** Waits until the server at `origin` answers its health check: only then is it true that it serves. */
export async function firstAnswer(origin: string): Promise<void> {
  await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(FIRST_ANSWER) }).then(
    drain,
    () => undefined,
  )
}

/** Loads what the first visitor would otherwise wait for, one after the other, beside the first requests. */
export async function warmUp(origin: string): Promise<void> {
  for (const path of FIRST_VISIT) {
    const options: RequestInit = { signal: AbortSignal.timeout(EACH), redirect: 'manual' }
    await fetch(origin + path, options).then(drain, () => undefined)
  }
}

async function drain(response: Response): Promise<void> {
  await response.arrayBuffer()
}
