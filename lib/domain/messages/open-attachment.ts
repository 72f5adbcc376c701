import { extractAttachment } from '../../mime/parse-message'
import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { atMessage } from './at-message'
import { decodeStream } from './decode-stream'
import { MOST_SOURCE } from './load-body'
import { forPerson, goneOnServer } from './mail-server-answer'
import { allowMessage } from './message.policy'
import type { FullRow } from './message.store'
import { findAttachment } from './message-body.store'

export type OpenedAttachment = {
  name: string
  type: string
  /** exact bytes, -1 when not known before the end */
  size: number
  stream: AsyncIterable<Uint8Array>
}

type Stored = NonNullable<Awaited<ReturnType<typeof findAttachment>>>

const CHUNK = 512 * 1024

/** The decoded content of an attachment. Streamed from the server in pieces; no connection is held between them. */
export async function openAttachment(userId: string, attachmentId: string): Promise<OpenedAttachment> {
  const attachment = isId(attachmentId) ? await findAttachment(attachmentId) : null
  if (!attachment) throw notFound('attachment')
  return openStored(await allowMessage(userId, attachment.messageId), attachment)
}

/** The same for an attachment at hand. */
export async function openStored(row: FullRow, attachment: Stored): Promise<OpenedAttachment> {
  const { name, type, size, section, encoding } = attachment
  if (section === null || row.size <= CHUNK) return extract(row, attachment)
  const pieces = decodeStream(readPieces(row, section), encoding)
  // the first piece now: so that a failure is an answer and not a broken download
  const first = await forPerson(() => pieces.next())
  return { name, type, size, stream: startingWith(first, pieces) }
}

async function extract(row: FullRow, { name, type, position }: Stored): Promise<OpenedAttachment> {
  return forPerson(async () => {
    const source = await atMessage(row, (session, uid) => session.fetchSource(uid, MOST_SOURCE))
    const found = source ? await extractAttachment(source, position) : null
    if (!found) throw goneOnServer()
    const { content } = found
    return { name, type, size: content.byteLength, stream: only(content) }
  })
}

async function* only(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

async function* readPieces(row: FullRow, section: string): AsyncGenerator<Uint8Array> {
  for (let start = 0; ; start += CHUNK) {
    const piece = await atMessage(row, (session, uid) => session.fetchPart(uid, section, CHUNK, start))
    if (!piece) throw goneOnServer()
    if (piece.byteLength > 0) yield piece
    if (piece.byteLength < CHUNK) return
  }
}

async function* startingWith(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done) return
  yield first.value
  yield* rest
}
