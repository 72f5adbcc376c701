import { MailServerError } from '../mail-server'
import { type Connection, command, openMailbox } from './connection'
import type { MoveOutcome } from './imap-session'
import { nameOfServer } from './name-failure'

/** UID STORE +FLAGS and -FLAGS. A flag that the folder does not keep is a refusal, not silently dropped. */
export async function storeFlags(
  connection: Connection,
  uids: bigint[],
  add: string[],
  remove: string[],
): Promise<void> {
  const mailbox = openMailbox(connection)
  if (mailbox.readOnly) throw refused(connection, 'the folder is read-only')
  const kept = mailbox.permanentFlags
  const lost = kept && !kept.has('\\*') ? add.filter((flag) => !kept.has(flag)) : []
  if (lost.length > 0) throw refused(connection, `the folder does not keep the flag ${lost.join(' ')}`)
  const range = uids.join(',')
  const { client } = connection
  if (add.length > 0) await command(connection, () => client.messageFlagsAdd(range, add, { uid: true }))
  if (remove.length > 0)
    await command(connection, () => client.messageFlagsRemove(range, remove, { uid: true }))
}

/** UID MOVE (RFC 6851), else COPY, STORE and UID EXPUNGE; without UIDPLUS the originals stay marked \Deleted. */
export async function moveMessages(
  connection: Connection,
  uids: bigint[],
  targetPath: string,
): Promise<MoveOutcome> {
  const mailbox = openMailbox(connection)
  if (mailbox.readOnly) throw refused(connection, 'the folder is read-only')
  const { client } = connection
  const range = uids.join(',')
  const moved = client.capabilities.has('MOVE')
    ? await command(connection, () => client.messageMove(range, targetPath, { uid: true }))
    : await copyAndExpunge(connection, uids, targetPath)
  const uidMap = new Map<bigint, bigint>()
  for (const [source, target] of moved.uidMap ?? []) uidMap.set(BigInt(source), BigInt(target))
  return { uidMap, targetUidValidity: moved.uidValidity ?? null }
}

async function copyAndExpunge(connection: Connection, uids: bigint[], targetPath: string) {
  const { client } = connection
  const copied = await command(connection, () =>
    client.messageCopy(uids.join(','), targetPath, { uid: true }),
  )
  await expungeMessages(connection, uids)
  return copied
}

/** STORE \Deleted and UID EXPUNGE (RFC 4315). Never a bare EXPUNGE, which would take other clients' messages along. */
export async function expungeMessages(connection: Connection, uids: bigint[]): Promise<void> {
  const mailbox = openMailbox(connection)
  if (mailbox.readOnly) throw refused(connection, 'the folder is read-only')
  const { client } = connection
  const range = uids.join(',')
  if (client.capabilities.has('UIDPLUS')) {
    await command(connection, () => client.messageDelete(range, { uid: true }))
  } else {
    await command(connection, () => client.messageFlagsAdd(range, ['\\Deleted'], { uid: true }))
  }
}

const refused = ({ endpoint }: Connection, words: string) =>
  new MailServerError('command', 'refused', nameOfServer(endpoint), words)
