import type { Upload } from '../../contract/outbox'
import { safeFileName } from '../../mail/safe-file-name'
import { badField } from '../../platform/errors'
import { newId } from '../../platform/ids'
import { insertUpload } from './compose.store'
import { writeSpool } from './spool'

/** The largest file taken, in bytes. A message as a whole has its own limit when it is sent. */
export const LARGEST_UPLOAD = 50 * 1024 * 1024

/**
 * Keeps a file for a message to be written. Streams to the disk; the name is refused with line breaks or NUL
 * (AppError bad-input `name`) and otherwise cleaned of paths and tricks. Throws too-large beyond 50 MB.
 */
export async function storeUpload(
  userId: string,
  file: { name: string; type: string; stream: AsyncIterable<Uint8Array> },
): Promise<Upload> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
  if (/[\r\n\u0000]/.test(file.name)) throw badField('name', 'must not contain line breaks or NUL')
  const id = newId()
  const name = safeFileName(file.name)
  const { size, sha256 } = await writeSpool(id, file.stream, LARGEST_UPLOAD)
  await insertUpload({ id, userId, name, type: file.type, size, sha256 })
  return { id, name, type: file.type, size, sha256 }
}
