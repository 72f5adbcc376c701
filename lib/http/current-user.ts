import { cookies } from 'next/headers'
import type { Account } from '../contract/account'
import { openAccount } from '../domain/users/open-account'
import { identifySession } from './identify'

/**
 * For pages: who is signed in, by the row and not by the cookie alone; null means "to the sign-in page".
 * A page decides what to show with it; what a person may see is decided by the verbs.
 */
export async function currentUser(): Promise<(Account & { sessionId: string }) | null> {
  const jar = await cookies()
  const person = await identifySession((name) => jar.get(name)?.value)
  return person && { ...(await openAccount(person.userId)), sessionId: person.sessionId }
}
