import { AppError } from '../../platform/errors'
import { MailServerError } from '../../protocols/mail-server'

/** Runs what a person waits for; a mail server that cannot be used becomes 503 with the failing step in words. */
export async function forPerson<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof MailServerError)) throw error
    if (error.code === 'too-large')
      throw new AppError('too-large', 'message-too-large', 'The message is too large.')
    throw new AppError(
      'unavailable',
      'mail-server-unavailable',
      `The mail server could not be used (${error.step}: ${error.code}).`,
      { cause: error, retryAfter: 10 },
    )
  }
}

export const goneOnServer = () =>
  new AppError('not-found', 'gone', 'The message is no longer on the mail server.')
