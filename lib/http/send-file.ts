import { isShowable, servedMediaType } from '../mail/sniff-media-type'
import { notFound } from '../platform/errors'
import { type ByteRange, parseRange, sliceBytes } from './byte-range'
import { contentDisposition } from './content-disposition'

export type SentFile = {
  name: string
  /** the sender's word, used for plain text only */
  type: string
  /** exact bytes, -1 when not known: then there are no ranges */
  size: number
  stream: AsyncIterable<Uint8Array>
}

const SNIFFED_BYTES = 512

/**
 * A file of a message as an answer that no browser can be talked into running: the type is what its own first bytes
 * say, and all but a few harmless types are for saving only. `inline` asks to show it where that is allowed.
 */
export async function sendFile(request: Request, file: SentFile, inline: boolean): Promise<Response> {
  const { head, source } = await peek(file.stream)
  const type = servedMediaType(head, file.type)
  const kind = inline && isShowable(type) ? 'inline' : 'attachment'
  const headers = new Headers({
    'Content-Type': type,
    'Content-Disposition': contentDisposition(kind, file.name),
    'Content-Security-Policy': FILE_CSP,
    'Cache-Control': 'private, max-age=3600',
  })
  if (file.size < 0) return new Response(toWeb(source), { headers })
  headers.set('Accept-Ranges', 'bytes')
  return sendRange(parseRange(request.headers.get('range'), file.size), file.size, source, headers)
}

/** An image of a message's own document. What is not an image by its bytes is not found. Throws AppError. */
export async function sendInlineImage(request: Request, file: SentFile): Promise<Response> {
  const response = await sendFile(request, file, true)
  if (response.headers.get('content-type')?.startsWith('image/')) return response
  await response.body?.cancel()
  throw notFound('image')
}

function sendRange(
  range: ReturnType<typeof parseRange>,
  size: number,
  source: AsyncIterableIterator<Uint8Array>,
  headers: Headers,
): Response {
  if (range === 'unsatisfiable') {
    void source.return?.()
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  }
  headers.set('Content-Length', String(range ? range.end - range.start + 1 : size))
  if (!range) return new Response(toWeb(source), { headers })
  headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  return new Response(toWeb(source, range), { status: 206, headers })
}

/** Measured: Chromium's PDF viewer opens under `sandbox` too. */
const FILE_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"

/** Reads far enough to know the type. `source` gives everything again; its `return` closes what it came from. */
async function peek(stream: AsyncIterable<Uint8Array>) {
  const reader = stream[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < SNIFFED_BYTES) {
    const next = await reader.next()
    if (next.done) break
    first.push(next.value)
    size += next.value.byteLength
  }
  const head = Buffer.concat(first)
  // not a generator: one that was never begun would not pass `return` on
  const source: AsyncIterableIterator<Uint8Array> = {
    next: async () => {
      const value = first.shift()
      return value ? { value, done: false } : reader.next()
    },
    return: async () => (await reader.return?.()) ?? { value: undefined, done: true },
    [Symbol.asyncIterator]: () => source,
  }
  return { head, source }
}

/** Pulls one chunk at a time, so that a slow reader slows the mail server and fills no memory. */
function toWeb(source: AsyncIterableIterator<Uint8Array>, range?: ByteRange): ReadableStream<Uint8Array> {
  const chunks = range ? sliceBytes(source, range) : source
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await source.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}
