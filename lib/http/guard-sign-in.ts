import { parseConfig } from '../platform/config'
import { AppError, notFound } from '../platform/errors'
import { newId } from '../platform/ids'
import { problemOf } from './problem'
import { withStrictHeaders } from './strict-headers'

const ACTIONS = new Set([
  'GET csrf',
  'GET providers',
  'GET session',
  'GET signin',
  'GET error',
  'POST callback/credentials',
  'POST signout',
])

/**
 * Lets through only what signing in and out needs, and only from our own pages or from scripts, which send no
 * Origin: signing a person in to somebody else's account is an attack too.
 */
export async function guardSignIn(
  request: Request,
  params: Promise<{ nextauth: string[] }>,
  handle: () => Promise<Response>,
): Promise<Response> {
  const requestId = newId()
  try {
    const action = `${request.method} ${(await params).nextauth.join('/')}`
    if (!ACTIONS.has(action)) throw notFound('address')
    refuseOtherSites(request)
    const response = await handle()
    if (await lacksToken(response)) throw wrongToken()
    if (action === 'POST signout') response.headers.set('Clear-Site-Data', '"cache", "storage"')
    return withStrictHeaders(response, requestId)
  } catch (error) {
    return withStrictHeaders(problemOf(error, requestId), requestId)
  }
}

function refuseOtherSites(request: Request): void {
  const origin = request.headers.get('origin')
  if (origin === null || parseConfig(process.env).allowedOrigins.includes(origin)) return
  throw new AppError(
    'forbidden',
    'wrong-origin',
    'Sign in from our own page. Set APP_URL to the address in use.',
  )
}

/** next-auth sends a form without its token to the sign-in page, which a script would take for success. */
async function lacksToken(response: Response): Promise<boolean> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  const body: unknown = isJson ? await response.clone().json() : null
  const target = response.headers.get('location') ?? (body as { url?: unknown } | null)?.url
  return typeof target === 'string' && target.includes('csrf=true')
}

const wrongToken = () =>
  new AppError(
    'forbidden',
    'wrong-token',
    'Ask /api/auth/csrf first, and send its token and its cookie along.',
  )
