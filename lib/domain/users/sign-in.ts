import { createSession, type SignedInFrom } from './create-session'
import { verifyPassword } from './local-password'
import { normaliseAddress } from './normalise-address'
import { SignInError, serverFailure } from './sign-in-error'
import { forgiveTries, giveBackTry, takeTry } from './sign-in-limit'
import { findUserByEmail, type UserRow, upsertUser } from './user.store'
import { verifyMailPassword } from './verify-mail-password'

export type SignInTry = {
  email: string
  password: string
  /** what tries are counted by: an IPv4 address or an IPv6 /64 */
  network: string
  from: SignedInFrom
}

/** Called after the mail server took the password, before the session exists: where the mailbox is set up. */
export type AfterMailSignIn = (person: {
  userId: string
  address: string
  password: string
}) => Promise<unknown>

export type SignedIn = { userId: string; email: string; sessionId: string }

const LONGEST_PASSWORD = 1000

/**
 * Signs a person in with a password of our own or of the mail server; whom the mail server knows and we do not
 * is made on the spot. Throws SignInError.
 */
export async function signIn(attempt: SignInTry, afterMailSignIn: AfterMailSignIn): Promise<SignedIn> {
  const { password, network } = attempt
  const address = normaliseAddress(attempt.email.slice(0, 500))
  await takeTry(address ?? 'not an address', network)
  if (!address || !isPossible(password)) throw new SignInError('credentials')
  const user = await prove(address, password, afterMailSignIn).catch(async (error: unknown) => {
    if (!(error instanceof SignInError && error.failure === 'credentials'))
      await giveBackTry(address, network)
    throw error
  })
  await forgiveTries(address, network)
  return { userId: user.id, email: user.email, sessionId: await createSession(user.id, attempt.from) }
}

// CR, LF and NUL cannot be in an IMAP quoted string, and no password of ours has them
const isPossible = (password: string) =>
  password !== '' && password.length <= LONGEST_PASSWORD && !/[\r\n\0]/.test(password)

/**
 * Both proofs are tried, in whichever order, before anybody is refused: so that a refusal takes the same time for
 * an address nobody has, one of the mail server and one with a password of our own.
 */
async function prove(address: string, password: string, after: AfterMailSignIn): Promise<UserRow> {
  const known = await findUserByEmail(address)
  const isOurs = known?.passwordHash != null && (await verifyPassword(password, known.passwordHash))
  if (known && isOurs) return known
  const answer = await verifyMailPassword(address, password)
  if (answer instanceof Error) throw serverFailure(answer)
  if (answer === 'refused') {
    if (known?.passwordHash == null) await verifyPassword(password, null)
    throw new SignInError('credentials')
  }
  const user = await upsertUser(address)
  await after({ userId: user.id, address, password })
  return user
}
