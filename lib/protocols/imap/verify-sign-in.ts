import type { MailServer } from '../mail-server'
import { connectImap } from './connect-imap'

/** Signs in once and leaves. Throws MailServerError: code `refused-password` when the server says so. */
export async function verifySignIn(server: MailServer): Promise<void> {
  const session = await connectImap(server)
  await session.close()
}
