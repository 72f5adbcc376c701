// Files that are either there whole or not there at all, after a crash too.
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Writes a file so that a crash leaves the old content or the new one: temporary name, fsync, rename, fsync. */
export function writeDurably(file: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const temporary = `${file}.tmp`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    writeFully(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
  syncDirectory(path.dirname(file))
}

/** Writes every byte at the handle's position; one write call may take fewer than it was given. */
export function writeFully(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done)
}

/** Makes names in a directory durable. A rename alone is not, until its directory is synced. */
export function syncDirectory(directory: string): void {
  // Windows cannot open a directory; there the rename has to do.
  if (process.platform === 'win32') return
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
