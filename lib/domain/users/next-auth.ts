// The only file that knows next-auth: it carries a cookie with a session id, everything else is ours.
import type { NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import { deriveKey } from '../../platform/app-secret'
import { parseConfig } from '../../platform/config'
import { log } from '../../platform/log'
import { checkSession } from './check-session'
import { LONGEST_SESSION_MS } from './create-session'
import { revokeSession } from './revoke-session'
import { cookieOf } from './session-cookie'
import type { SignedIn } from './sign-in'

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
    uid?: string
  }
}

/** What next-auth calls with the posted form and the request's headers. Throws SignInError. */
export type Authorise = (
  form: Record<string, string> | undefined,
  headers: Record<string, string | string[] | undefined>,
) => Promise<SignedIn>

const MAX_AGE_SECONDS = LONGEST_SESSION_MS / 1000

const cookieSecret = () => process.env.NEXTAUTH_SECRET || deriveKey('next-auth').toString('hex')

/** next-auth over our own sign-in and our own session rows. The token holds two ids and no secret. */
export function authOptions(authorise: Authorise): NextAuthOptions {
  const { appUrl } = parseConfig(process.env)
  return {
    secret: cookieSecret(),
    session: { strategy: 'jwt', maxAge: MAX_AGE_SECONDS },
    jwt: { maxAge: MAX_AGE_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: appUrl.startsWith('https:'),
    cookies: {
      sessionToken: cookieOf('session', appUrl),
      csrfToken: cookieOf('csrf', appUrl),
      callbackUrl: cookieOf('callback', appUrl),
    },
    providers: [
      {
        id: 'credentials',
        name: 'Mail account',
        type: 'credentials',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (form, request) => {
          const { userId, sessionId, email } = await authorise(form, request.headers ?? {})
          return { id: userId, email, sid: sessionId }
        },
      },
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) return { uid: user.id, sid: (user as { sid?: string }).sid }
        if (!token.sid || !(await checkSession(token.sid))) throw new Error('the session has ended')
        return token
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sid && token.uid) await revokeSession(token.uid, token.sid).catch(() => undefined)
      },
    },
    logger: {
      error: (code, metadata) => log.debug({ code, metadata }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  }
}

/** The session id in a request's cookies, null when there is none or it is not ours. Says nothing about the row. */
export async function sessionIdIn(cookie: (name: string) => string | undefined): Promise<string | null> {
  const token = cookie(cookieOf('session', parseConfig(process.env).appUrl).name)
  if (!token) return null
  const claims = await decode({ token, secret: cookieSecret() }).catch(() => null)
  return typeof claims?.sid === 'string' ? claims.sid : null
}
