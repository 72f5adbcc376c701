import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseConfig } from '../../platform/config'
import { AppError } from '../../platform/errors'
import { isId } from '../../platform/ids'

/** The file of an upload: named by our own id, never by anything a person sent. */
function spoolPath(id: string): string {
  if (!isId(id)) throw new Error('not an upload id')
  return path.join(/* turbopackIgnore: true */ parseConfig(process.env).dataDir, 'spool', id)
}

export type Spooled = { size: number; sha256: string }

/**
 * Writes a stream to the spool, mode 600, counting and hashing on the way; on the disk when this resolves. Leaves
 * nothing behind when the stream fails or goes beyond `largest` bytes (AppError too-large).
 */
export async function writeSpool(
  id: string,
  stream: AsyncIterable<Uint8Array>,
  largest: number,
): Promise<Spooled> {
  const file = spoolPath(id)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, 'wx', 0o600)
  try {
    const spooled = await pour(handle, stream, largest)
    await handle.sync()
    await handle.close()
    return spooled
  } catch (error) {
    await handle.close().catch(() => undefined)
    await removeSpool(id)
    throw error
  }
}

async function pour(
  handle: FileHandle,
  stream: AsyncIterable<Uint8Array>,
  largest: number,
): Promise<Spooled> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > largest)
      throw new AppError(
        'too-large',
        'file-too-large',
        `A file may have ${largest / 1024 / 1024} MB at most.`,
      )
    hash.update(chunk)
    await handle.writeFile(chunk)
  }
  return { size, sha256: hash.digest('hex') }
}

/** Opens the file at once, so that a missing one is noticed before a message is begun. */
export async function openSpool(id: string): Promise<AsyncIterable<Uint8Array>> {
  const handle = await open(spoolPath(id), 'r')
  return handle.createReadStream({ highWaterMark: 256 * 1024 })
}

export async function removeSpool(id: string): Promise<void> {
  await rm(spoolPath(id), { force: true })
}
