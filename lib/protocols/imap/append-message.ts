import { type Connection, command, openMailbox } from './connection'

/** APPEND; the new UID when the server says it (UIDPLUS). */
export async function appendMessage(
  connection: Connection,
  path: string,
  raw: Uint8Array,
  flags: string[],
  date: Date,
): Promise<{ uid: bigint | null }> {
  const appended = await command(connection, () =>
    connection.client.append(path, Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), flags, date),
  )
  return { uid: appended.uid ? BigInt(appended.uid) : null }
}

/**
 * UIDs whose Message-ID header is exactly this. SEARCH HEADER finds substrings (RFC 9051 section 6.4.4) and some
 * servers cut words, so what it finds is compared with the header itself.
 */
export async function findByMessageId(connection: Connection, messageId: string): Promise<bigint[]> {
  openMailbox(connection)
  const { client } = connection
  const bare = messageId.replace(/^<|>$/g, '')
  const found = await command(connection, () =>
    client.search({ header: { 'Message-ID': bare } }, { uid: true }),
  )
  const exact: bigint[] = []
  for (const uid of Array.isArray(found) ? found.slice(-20) : []) {
    const { text } = await command(connection, async () => {
      const message = await client.fetchOne(
        String(uid),
        { uid: true, headers: ['Message-ID'] },
        { uid: true },
      )
      return { text: message ? (message.headers?.toString('utf8') ?? '') : '' }
    })
    if (text.includes(`<${bare}>`) || text.replace(/\s+/g, '').endsWith(`:${bare}`)) exact.push(BigInt(uid))
  }
  return exact
}

/** CREATE and SUBSCRIBE. A folder that is there already is fine. */
export async function createFolder(connection: Connection, path: string): Promise<void> {
  await command(connection, () => connection.client.mailboxCreate(path))
}
