import type { FetchMessageObject, FetchQueryObject, MessageStructureObject } from 'imapflow'
import { type Connection, openMailbox } from './connection'
import type { PartNode, RemoteFlags, RemoteMessage } from './imap-session'
import { nameFailure } from './name-failure'

const HEADERS = [
  'Message-ID',
  'In-Reply-To',
  'References',
  'Date',
  'Subject',
  'From',
  'To',
  'Cc',
  'Bcc',
  'Reply-To',
]

const SUMMARY: FetchQueryObject = {
  uid: true,
  flags: true,
  internalDate: true,
  size: true,
  bodyStructure: true,
  headers: HEADERS,
}

type UidRange = { from: bigint; to: bigint }

/**
 * Headers, flags and structure of a UID range. A message whose BODYSTRUCTURE cannot be parsed (imapflow stops at
 * 25 levels) is asked for again without it, so that it is shown rather than missing.
 */
export async function* fetchMessages(connection: Connection, range: UidRange): AsyncGenerator<RemoteMessage> {
  const seen = new Set<bigint>()
  const unparsable = connection.traces.unparsable
  for await (const message of fetchRange(connection, range, SUMMARY)) {
    seen.add(BigInt(message.uid))
    yield toRemote(message)
  }
  if (connection.traces.unparsable === unparsable) return
  for await (const message of fetchRange(connection, range, { ...SUMMARY, bodyStructure: false })) {
    if (!seen.has(BigInt(message.uid))) yield toRemote(message)
  }
}

/** UID and flags of a range, or with CONDSTORE (RFC 7162) only of what changed since. */
export async function* fetchFlags(
  connection: Connection,
  range: UidRange,
  changedSince?: bigint,
): AsyncGenerator<RemoteFlags> {
  const options = changedSince && changedSince > 0n ? { changedSince } : {}
  for await (const message of fetchRange(connection, range, { uid: true, flags: true }, options)) {
    yield {
      uid: BigInt(message.uid),
      flags: [...(message.flags ?? [])],
      modseq: message.modseq ?? 0n,
    }
  }
}

async function* fetchRange(
  connection: Connection,
  { from, to }: UidRange,
  query: FetchQueryObject,
  options: { changedSince?: bigint } = {},
): AsyncGenerator<FetchMessageObject> {
  openMailbox(connection)
  if (to < from) return
  try {
    for await (const message of connection.client.fetch(`${from}:${to}`, query, { uid: true, ...options })) {
      // an untagged FETCH of another client's change may come in between, with or without a UID
      if (message.uid && inRange(message.uid, from, to)) yield message
    }
  } catch (error) {
    throw nameFailure(error, 'command', connection.endpoint)
  }
}

const inRange = (uid: number, from: bigint, to: bigint) => BigInt(uid) >= from && BigInt(uid) <= to

function toRemote(message: FetchMessageObject): RemoteMessage {
  const internal = message.internalDate ? new Date(message.internalDate) : new Date(0)
  return {
    uid: BigInt(message.uid),
    modseq: message.modseq ?? 0n,
    emailId: message.emailId ?? null,
    flags: [...(message.flags ?? [])],
    internalDate: Number.isNaN(internal.getTime()) ? new Date(0) : internal,
    size: message.size ?? 0,
    header: message.headers ?? new Uint8Array(),
    structure: message.bodyStructure ? toPart(message.bodyStructure, true) : null,
  }
}

function toPart(node: MessageStructureObject, isRoot: boolean): PartNode {
  return {
    section: node.part ?? (isRoot && !node.childNodes?.length ? '1' : ''),
    type: node.type.toLowerCase(),
    parameters: { ...node.parameters },
    disposition: node.disposition?.toLowerCase() ?? null,
    dispositionParameters: { ...node.dispositionParameters },
    contentId: node.id?.replace(/^<|>$/g, '') ?? null,
    encoding: node.encoding?.toLowerCase() ?? '7bit',
    size: node.size ?? 0,
    children: (node.childNodes ?? []).map((child) => toPart(child, false)),
  }
}
