import { type Connection, command } from './connection'
import type { FolderStatus } from './imap-session'

/** SELECT, or EXAMINE when `readOnly` (RFC 9051 section 6.3.2). */
export async function openFolder(
  connection: Connection,
  path: string,
  options: { readOnly?: boolean } = {},
): Promise<FolderStatus> {
  const opened = await command(connection, () =>
    connection.client.mailboxOpen(path, { readOnly: options.readOnly ?? false }),
  )
  return {
    path,
    uidValidity: opened.uidValidity,
    uidNext: BigInt(opened.uidNext ?? 0),
    highestModseq: opened.noModseq ? 0n : (opened.highestModseq ?? 0n),
    exists: opened.exists,
  }
}

/** STATUS (RFC 9051 section 6.3.11). */
export async function folderStatus(connection: Connection, path: string): Promise<FolderStatus> {
  const query = { messages: true, uidNext: true, uidValidity: true, highestModseq: true }
  const status = await command(connection, () => connection.client.status(path, query))
  return {
    path,
    uidValidity: status.uidValidity ?? 0n,
    uidNext: BigInt(status.uidNext ?? 0),
    highestModseq: status.highestModseq ?? 0n,
    exists: status.messages ?? 0,
  }
}
