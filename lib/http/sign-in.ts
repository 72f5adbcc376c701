import { ensureMailboxAtSignIn } from '../domain/mailboxes/ensure-mailbox'
import { type Authorise, authOptions } from '../domain/users/next-auth'
import { signIn } from '../domain/users/sign-in'
import { SignInError } from '../domain/users/sign-in-error'
import { log } from '../platform/log'
import { clientAddress, networkOf } from './client-network'

type Headers = Parameters<Authorise>[1]

/** next-auth's options with the whole of signing in: the password, the person, the mailbox, the session. */
export const signInOptions = () => authOptions(authorise)

const authorise: Authorise = async (form, headers) => {
  const address = clientAddress((name) => headers[name])
  const from = { userAgent: single(headers['user-agent']), address }
  const attempt = {
    email: form?.email ?? '',
    password: form?.password ?? '',
    network: networkOf(address),
    from,
  }
  try {
    return await signIn(attempt, ensureMailboxAtSignIn)
  } catch (error) {
    if (!(error instanceof SignInError)) {
      log.error({ err: error }, 'signing in failed')
      throw new SignInError('server:command:failed', error)
    }
    log.info({ failure: error.failure, network: attempt.network }, 'nobody was signed in')
    throw error
  }
}

const single = (value: Headers[string]) => (Array.isArray(value) ? value.join(' ') : (value ?? ''))
