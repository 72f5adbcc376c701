import { z } from 'zod'
import { AppError } from '../../platform/errors'

const MB = 1024 * 1024
const Limit = z.coerce.number().int().min(1).max(50).default(25)

/** Bytes a whole message may have: 25 MB, or POSTHORN_MESSAGE_MB up to 50. Encoded files are a third larger. */
export const messageLimit = () => Limit.parse(process.env.POSTHORN_MESSAGE_MB || undefined) * MB

/** Collects a message; throws too-large as soon as it is beyond the limit. */
export async function collectWithin(
  pieces: AsyncIterable<Uint8Array>,
  limit = messageLimit(),
): Promise<Uint8Array[]> {
  const held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.byteLength
    if (size > limit)
      throw new AppError('too-large', 'message-too-large', `A message may have ${limit / MB} MB at most.`)
    held.push(piece)
  }
  return held
}
