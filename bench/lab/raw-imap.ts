// The floor: what the same costs with imapflow alone, on the same server.
import { ImapFlow } from 'imapflow'
import type { MailDomain, TestUser } from '../../test/servers/mail-domain'

/** A signed-in client that does nothing by itself. */
export async function connectRaw(domain: MailDomain, user: TestUser): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: 'localhost',
    port: Number(new URL(domain.imapsUrl).port),
    secure: true,
    tls: { ca: domain.ca },
    auth: { user: user.address, pass: user.password },
    logger: false,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** What a list needs of the newest 50 messages of the INBOX. */
export async function fetchNewest(client: ImapFlow): Promise<number> {
  const { exists } = await client.mailboxOpen('INBOX')
  return fetchRange(client, Math.max(1, exists - 49), exists)
}

/** The same for any range of sequence numbers of the open folder. */
export async function fetchRange(client: ImapFlow, from: number, to: number): Promise<number> {
  const query = {
    uid: true,
    flags: true,
    internalDate: true,
    size: true,
    envelope: true,
    bodyStructure: true,
  }
  return (await client.fetchAll(`${from}:${to}`, query)).length
}
