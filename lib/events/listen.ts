import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { log } from '../platform/log'
import { NOTIFY_CHANNEL } from './event.store'

const PING_MS = 15_000
const CONNECT_TIMEOUT_MS = 5_000
const QUERY_TIMEOUT_MS = 10_000
const LONGEST_PAUSE_MS = 10_000

export type ListenHooks = {
  /** The text of one notification. */
  onPayload: (payload: string) => void
  /** Called each time LISTEN is in force, before which notifications may have been missed. */
  onListening: () => Promise<void>
}

/**
 * Keeps one LISTEN connection to DATABASE_URL until `signal` aborts: reconnects with back-off, and asks
 * `SELECT 1` every 15 s so that a half-dead socket is noticed.
 */
export async function listenForever(hooks: ListenHooks, signal: AbortSignal): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const startedAt = Date.now()
    try {
      await listenOnce(hooks, signal)
    } catch (error) {
      log.warn({ err: error }, 'the connection for live events was lost')
    }
    failures = Date.now() - startedAt > LONGEST_PAUSE_MS ? 0 : failures + 1
    const pause = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(failures, 7))
    await wait(pause, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

async function listenOnce(hooks: ListenHooks, signal: AbortSignal): Promise<void> {
  const client = new Client({
    connectionString: process.env.DATABASE_URL,
    application_name: 'posthorn events',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
  })
  const lost = new Promise<never>((_, reject) => {
    client.on('error', reject)
    client.on('end', () => reject(new Error('closed')))
  })
  lost.catch(() => undefined)
  client.on('notification', (message) => message.payload && hooks.onPayload(message.payload))
  try {
    await client.connect()
    await client.query(`LISTEN ${NOTIFY_CHANNEL}`)
    await hooks.onListening()
    await Promise.race([lost, pingUntil(client, signal)])
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function pingUntil(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(PING_MS, undefined, { signal, ref: false }).catch(() => undefined)
    if (!signal.aborted) await client.query('SELECT 1')
  }
}
