import { encode } from 'next-auth/jwt'
import { createApiKey } from '../../lib/domain/users/create-api-key'
import { createSession } from '../../lib/domain/users/create-session'
import { createUser } from '../../lib/domain/users/create-user'
import { cookieOf } from '../../lib/domain/users/session-cookie'

export const ORIGIN = 'http://localhost:3000'
export const SECRET = 'a secret of the tests, thirty-two characters'

export type TestPerson = {
  userId: string
  email: string
  sessionId: string
  cookie: string
  key: string
  keyId: string
}

/** A person with a live session (as the cookie a browser would send) and a live API key. */
export async function makePerson(email: string, origin = ORIGIN): Promise<TestPerson> {
  const userId = await createUser({ email })
  const sessionId = await createSession(userId, { userAgent: 'Test/1', address: '127.0.0.1' })
  const token = await encode({ token: { uid: userId, sid: sessionId }, secret: SECRET })
  const { key, id: keyId } = await createApiKey(userId, 'test')
  return { userId, email, sessionId, cookie: `${cookieOf('session', origin).name}=${token}`, key, keyId }
}

/** What routes need beside the database: set before anything is called. */
export function setWebEnvironment(): void {
  process.env.NEXTAUTH_SECRET = SECRET
  process.env.APP_SECRET = SECRET
  process.env.PORT = '3000'
  delete process.env.APP_URL
}
