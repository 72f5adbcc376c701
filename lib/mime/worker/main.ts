// Entry of the MIME worker thread: one job at a time, so that the pool can time each and kill what hangs.
import { parentPort } from 'node:worker_threads'
import { extractRaw, parseRaw } from '../parse-raw'
import { sanitizeOutgoing } from '../sanitize-outgoing'
import type { MimeAnswer, MimeJob } from './messages'

function answer(job: MimeJob): MimeAnswer {
  switch (job.kind) {
    case 'parse':
      return { kind: 'parse', message: parseRaw(job.raw, job.options) }
    case 'extract':
      return { kind: 'extract', attachment: extractRaw(job.raw, job.position) }
    case 'sanitize-outgoing':
      return { kind: 'sanitize-outgoing', html: sanitizeOutgoing(job.html) }
  }
}

parentPort?.on('message', (job: MimeJob) => {
  try {
    parentPort?.postMessage(answer(job))
  } catch (error) {
    parentPort?.postMessage({ kind: 'failed', reason: String(error) } satisfies MimeAnswer)
  }
})
