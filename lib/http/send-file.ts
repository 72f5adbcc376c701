import { isShowable, servedMediaType } from '../mail/sniff-media-type'
import { notFound } from '../platform/errors'
import { parseRange, sliceBytes } from './byte-range'
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
  const { head, stream } = await peek(file.stream)
  const type = servedMediaType(head, file.type)
  const kind = inline && isShowable(type) ? 'inline' : 'attachment'
  const headers = new Headers({
    'Content-Type': type,
    'Content-Disposition': contentDisposition(kind, file.name),
    'Content-Security-Policy': fileCsp(type),
    'Cache-Control': 'private, max-age=3600',
  })
  if (file.size < 0) return new Response(toWeb(stream), { headers })
  headers.set('Accept-Ranges', 'bytes')
  return sendRange(parseRange(request.headers.get('range'), file.size), file.size, stream, headers)
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
  stream: AsyncGenerator<Uint8Array>,
  headers: Headers,
): Response {
  if (range === 'unsatisfiable') {
    void stream.return(undefined)
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${size}` } })
  }
  headers.set('Content-Length', String(range ? range.end - range.start + 1 : size))
  if (!range) return new Response(toWeb(stream), { headers })
  headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
  return new Response(toWeb(sliceBytes(stream, range)), { status: 206, headers })
}

/** Chromium's PDF viewer does not open under `sandbox`; it runs no script of ours and of the file's in its own process. */
function fileCsp(type: string): string {
  const base = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
  return type === 'application/pdf'
    ? `${base}; object-src 'self'; style-src 'unsafe-inline'`
    : `${base}; sandbox`
}

async function peek(source: AsyncIterable<Uint8Array>) {
  const reader = source[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  let ended = false
  while (size < SNIFFED_BYTES && !ended) {
    const next = await reader.next()
    if (next.done) ended = true
    else {
      first.push(next.value)
      size += next.value.byteLength
    }
  }
  return { head: Buffer.concat(first), stream: rejoin(first, reader, ended) }
}

async function* rejoin(
  first: Uint8Array[],
  reader: AsyncIterator<Uint8Array>,
  ended: boolean,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first
    while (!ended) {
      const next = await reader.next()
      if (next.done) return
      yield next.value
    }
  } finally {
    await reader.return?.()
  }
}

/** Pulls one chunk at a time, so that a slow reader slows the mail server and fills no memory. */
function toWeb(source: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await source.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await source.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
