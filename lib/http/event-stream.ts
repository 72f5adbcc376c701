import type { LiveEvent } from '../contract/events'
import type { Channel } from '../events/publish'
import { subscribe } from '../events/subscribe'
import { log } from '../platform/log'

const HEARTBEAT_MS = 20_000
/** what a browser waits before it comes again */
const RETRY_MS = 2_000

/** A reader that falls this many events behind is sent away: it resumes, or is told to read all again. */
const FARTHEST_BEHIND = 1_000

export type StreamOptions = {
  /** null for a script */
  sessionId: string | null
  /** asked again at each heartbeat */
  isLive: () => Promise<boolean>
  channels: () => Promise<Channel[]>
  lastEventId: string | null
  signal: AbortSignal
  heartbeatMs?: number
}

/**
 * Server-sent events of these channels. Ends at once when the session is revoked or the process stops, and at a
 * heartbeat when the session has run out or the channels became others: the browser then comes again and resumes.
 */
export async function openEventStream(options: StreamOptions): Promise<Response> {
  const channels = await options.channels()
  const line = openLine(options.signal)
  line.write(`retry: ${RETRY_MS}\n\n`)
  const hear = (event: LiveEvent, id: string) => {
    if (event.type === 'session-ended' && event.sessionId === options.sessionId) return line.end()
    line.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`)
  }
  line.onEnd(await subscribe(channels, options.lastEventId, hear))
  const timer = setInterval(() => void beat(line, options, channels), options.heartbeatMs ?? HEARTBEAT_MS)
  line.onEnd(() => clearInterval(timer))
  return new Response(line.body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Content-Encoding': 'none',
      'Cache-Control': 'private, no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

async function beat(line: Line, { isLive, channels }: StreamOptions, opened: Channel[]): Promise<void> {
  try {
    const isSame = (await channels()).sort().join() === [...opened].sort().join()
    if (isSame && (await isLive())) line.write(': still here\n\n')
    else line.end()
  } catch (error) {
    log.warn({ err: error }, 'an event stream could not be checked and was ended')
    line.end()
  }
}

type Line = ReturnType<typeof openLine>

/** A text stream to one reader that ends once, whoever ends it: the reader, us, or the stop of the process. */
function openLine(signal: AbortSignal) {
  const encoder = new TextEncoder()
  const cleanUps: (() => void)[] = []
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  const end = () => {
    const open = controller
    controller = null
    for (const cleanUp of cleanUps.splice(0)) cleanUp()
    if (open && !signal.aborted) open.close()
  }
  const body = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given
    },
    cancel: () => {
      controller = null
      end()
    },
  })
  const onEnd = (cleanUp: () => void) => {
    if (controller) cleanUps.push(cleanUp)
    else cleanUp()
  }
  signal.addEventListener('abort', end, { once: true })
  const emitter = process as NodeJS.EventEmitter
  emitter.once('app:shutdown', end)
  onEnd(() => emitter.off('app:shutdown', end))
  onEnd(() => signal.removeEventListener('abort', end))
  if (signal.aborted) end()
  const write = (text: string) => {
    if ((controller?.desiredSize ?? 0) < -FARTHEST_BEHIND) end()
    else controller?.enqueue(encoder.encode(text))
  }
  return { body, end, onEnd, write }
}
