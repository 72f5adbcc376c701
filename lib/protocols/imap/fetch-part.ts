import { MailServerError } from '../mail-server'
import { type Connection, command, openMailbox } from './connection'
import { nameFailure, nameOfServer } from './name-failure'

/** BODY.PEEK[section]<start.maxBytes>, as stored; null when the message is gone. */
export async function fetchPart(
  connection: Connection,
  uid: bigint,
  section: string,
  maxBytes: number,
  start = 0,
): Promise<Uint8Array | null> {
  openMailbox(connection)
  const answer = await command(connection, async () => {
    const query = { uid: true, bodyParts: [{ key: section, start, maxLength: maxBytes }] }
    const message = await connection.client.fetchOne(String(uid), query, { uid: true })
    return { bytes: message ? (message.bodyParts?.get(section.toLowerCase()) ?? new Uint8Array()) : null }
  })
  return answer.bytes
}

/** The beginnings of one section of each of several messages, with one command for each different section. */
export async function fetchParts(
  connection: Connection,
  wanted: { uid: bigint; section: string }[],
  maxBytes: number,
): Promise<Map<bigint, Uint8Array>> {
  openMailbox(connection)
  const found = new Map<bigint, Uint8Array>()
  for (const [section, uids] of groupBySection(wanted)) {
    const query = { uid: true, bodyParts: [{ key: section, start: 0, maxLength: maxBytes }] }
    try {
      for await (const message of connection.client.fetch(uids.join(','), query, { uid: true })) {
        const bytes = message.bodyParts?.get(section.toLowerCase())
        if (message.uid && bytes) found.set(BigInt(message.uid), bytes)
      }
    } catch (error) {
      throw nameFailure(error, 'command', connection.endpoint)
    }
  }
  return found
}

function groupBySection(wanted: { uid: bigint; section: string }[]): Map<string, bigint[]> {
  const groups = new Map<string, bigint[]>()
  for (const { uid, section } of wanted) groups.set(section, [...(groups.get(section) ?? []), uid])
  return groups
}

/** BODY.PEEK[]; asks for the size first, so that a huge message is refused before it comes. */
export async function fetchSource(
  connection: Connection,
  uid: bigint,
  maxBytes: number,
): Promise<Uint8Array | null> {
  openMailbox(connection)
  const answer = await command(connection, async () => {
    const head = await connection.client.fetchOne(String(uid), { uid: true, size: true }, { uid: true })
    if (!head) return { source: null }
    if ((head.size ?? 0) > maxBytes) throw tooLarge(connection)
    const message = await connection.client.fetchOne(String(uid), { uid: true, source: true }, { uid: true })
    return { source: message ? (message.source ?? null) : null }
  })
  return answer.source
}

const tooLarge = ({ endpoint }: Connection) =>
  new MailServerError('command', 'too-large', nameOfServer(endpoint), 'the message is too large')
