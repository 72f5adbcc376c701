// Files on their way into a composer: each uploads by itself, can be stopped, and tried again.

import { v4 as newId } from 'uuid'
import { ApiProblem } from '@/lib/api-client/problem'
import { uploadFile } from '@/lib/api-client/uploads'
import { dispatch } from './composer-store'
import type { AttachedFile } from './composition'

type Source = { file: File; stop: AbortController }
const sources = new Map<string, Source>()

/** Adds files and starts uploading them, two at a time by the browser's own queue. */
export function addFiles(key: string, files: Iterable<File>): void {
  const added = [...files].map((file): { row: AttachedFile; file: File } => ({
    file,
    row: {
      id: newId(),
      name: file.name || 'file',
      type: file.type || 'application/octet-stream',
      size: file.size,
      sent: 0,
      state: 'uploading',
      problem: null,
      uploadId: null,
      attachmentId: null,
    },
  }))
  if (added.length === 0) return
  dispatch({ type: 'files-added', key, files: added.map(({ row }) => row) })
  for (const { row, file } of added) void upload(key, row.id, file)
}

/** True when the file's bytes are still at hand: not after a reload. */
export const canRetry = (id: string): boolean => sources.has(id)

export function retryFile(key: string, id: string): void {
  const source = sources.get(id)
  if (source) void upload(key, id, source.file)
}

export function removeFile(key: string, id: string): void {
  sources.get(id)?.stop.abort()
  sources.delete(id)
  dispatch({ type: 'file-removed', key, id })
}

async function upload(key: string, id: string, file: File): Promise<void> {
  const stop = new AbortController()
  sources.set(id, { file, stop })
  const tell = (change: Partial<AttachedFile>) => dispatch({ type: 'file-changed', key, id, change })
  tell({ state: 'uploading', problem: null, sent: 0 })
  try {
    const done = await uploadFile(file, ({ sent }) => tell({ sent: Math.min(sent, file.size) }), stop.signal)
    sources.delete(id)
    tell({
      state: 'ready',
      uploadId: done.id,
      name: done.name,
      type: done.type,
      size: done.size,
      sent: done.size,
    })
  } catch (error) {
    if (!stop.signal.aborted) tell({ state: 'failed', problem: problemOf(error) })
  }
}

function problemOf(error: unknown): AttachedFile['problem'] {
  if (!(error instanceof ApiProblem)) return 'offline'
  return error.status === 413 ? 'too-large' : 'refused'
}
