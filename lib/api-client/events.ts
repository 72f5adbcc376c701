import type { LiveEvent } from '../contract/events'

export type LiveState = 'connecting' | 'open' | 'broken'

type Listener = {
  onEvent: (event: LiveEvent) => void
  onState: (state: LiveState) => void
  /** events may have been missed: the stream came back after a gap */
  onGap: () => void
}

/** Full jitter: a restarted server is not met by all browsers in the same second. */
export function reconnectDelayMs(attempt: number, random: number): number {
  return Math.round(500 + random * Math.min(30_000, 1000 * 2 ** attempt))
}

/**
 * Listens to GET /api/v1/events until the answer is called. The browser's EventSource gives up on an HTTP error
 * and reconnects without jitter, so reconnecting is done here; the last event id goes along in the query.
 */
export function listenToEvents(listener: Listener): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastEventId = ''
  let attempt = 0
  let isStopped = false

  function connect(): void {
    listener.onState('connecting')
    const query = lastEventId ? `?lastEventId=${encodeURIComponent(lastEventId)}` : ''
    source = new EventSource(`/api/v1/events${query}`)
    source.onopen = () => {
      if (attempt > 0) listener.onGap()
      attempt = 0
      listener.onState('open')
    }
    source.onmessage = hear
    source.onerror = reconnect
  }

  function hear(message: MessageEvent<string>): void {
    if (message.lastEventId) lastEventId = message.lastEventId
    listener.onEvent(JSON.parse(message.data) as LiveEvent)
  }

  function reconnect(): void {
    source?.close()
    if (isStopped) return
    listener.onState('broken')
    clearTimeout(timer)
    timer = setTimeout(connect, reconnectDelayMs(attempt++, Math.random()))
  }

  function hurry(): void {
    if (source?.readyState === EventSource.OPEN) return
    clearTimeout(timer)
    source?.close()
    connect()
  }

  connect()
  window.addEventListener('online', hurry)
  // a stream without a network stays open for minutes; the browser knows at once
  window.addEventListener('offline', reconnect)
  return () => {
    isStopped = true
    clearTimeout(timer)
    source?.close()
    window.removeEventListener('online', hurry)
    window.removeEventListener('offline', reconnect)
  }
}
