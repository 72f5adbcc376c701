import fs from 'node:fs'
import { parseConfig } from '../../platform/config'
import { parseMailUrl } from '../../platform/mail-url'
import { verifySignIn } from '../../protocols/imap/verify-sign-in'
import { MailServerError } from '../../protocols/mail-server'

/**
 * Signs in to the configured IMAP server and leaves again. Answers `refused` when the server says so, and the
 * error when it could not be asked. `refused` without a configured server.
 */
export async function verifyMailPassword(
  address: string,
  password: string,
): Promise<'ok' | 'refused' | MailServerError> {
  const { imapUrl, mailCaFile } = parseConfig(process.env)
  if (!imapUrl) return 'refused'
  const ca = mailCaFile ? fs.readFileSync(/* turbopackIgnore: true */ mailCaFile, 'utf8') : undefined
  const endpoint = parseMailUrl(imapUrl, 'imap')
  try {
    await verifySignIn({ endpoint, username: address, password, ca })
    return 'ok'
  } catch (error) {
    if (!(error instanceof MailServerError)) throw error
    return error.step === 'sign-in' && error.code === 'refused-password' ? 'refused' : error
  }
}
