import type { MailServerError } from '../../protocols/mail-server'

export type SignInFailure = 'credentials' | 'too-many' | `server:${string}:${string}`

/**
 * Why nobody was signed in; the message is the word the sign-in page looks up.
 * `credentials` stands for a wrong address and a wrong password alike; `server:<step>:<code>` names the step of
 * the connection to the mail server that failed.
 */
export class SignInError extends Error {
  readonly failure: SignInFailure

  constructor(failure: SignInFailure, cause?: unknown) {
    super(failure, { cause })
    this.name = 'SignInError'
    this.failure = failure
  }
}

export const serverFailure = (error: MailServerError) =>
  new SignInError(`server:${error.step}:${error.code}`, error)
