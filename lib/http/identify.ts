import { checkApiKey } from '../domain/users/check-api-key'
import { checkSession } from '../domain/users/check-session'
import { sessionIdIn } from '../domain/users/next-auth'

/** Who asks: a person in a browser (with a session), or a script with a person's key (without). */
export type Person = { userId: string; sessionId: string | null }

/** The session or the key of a request, checked against its row; null when there is none that lives. */
export async function identify(headers: Headers): Promise<Person | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const key = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    const owner = key ? await checkApiKey(key) : null
    return owner && { userId: owner.userId, sessionId: null }
  }
  return identifySession((name) => readCookie(headers.get('cookie') ?? '', name))
}

/** The person of a session cookie, however cookies are read. */
export async function identifySession(
  cookie: (name: string) => string | undefined,
): Promise<(Person & { sessionId: string }) | null> {
  const sessionId = await sessionIdIn(cookie)
  const session = sessionId && (await checkSession(sessionId))
  return session ? { userId: session.userId, sessionId } : null
}

function readCookie(header: string, name: string): string | undefined {
  const found = header.split(';').find((pair) => pair.trim().startsWith(`${name}=`))
  return found?.trim().slice(name.length + 1)
}
