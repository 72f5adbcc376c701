import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { log } from '../lib/platform/log'
import type { Running } from './wake-loop'

/** Queued messages, and mailboxes that may have a new password. */
const CHANNELS = ['posthorn_outbox', 'posthorn_work']
const PING_MS = 15_000

/**
 * Calls `wake` for every notification that may mean work for the outbox, and after each reconnection, as
 * something may have been missed. Losing a notification costs a few seconds, never a message.
 */
export function listenOutbox(wake: () => void): Running {
  const stop = new AbortController()
  const running = keepListening(wake, stop.signal)
  return {
    stop: async () => {
      stop.abort()
      await running
    },
  }
}

async function keepListening(wake: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await listenOnce(wake, signal)
    } catch (error) {
      log.warn({ err: error }, 'the outbox is not woken by the database just now')
    }
    await pause(1_000, signal)
  }
}

async function listenOnce(wake: () => void, signal: AbortSignal): Promise<void> {
  const client = new Client({
    connectionString: process.env.DATABASE_URL,
    application_name: 'posthorn outbox',
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
  })
  const lost = new Promise<never>((_, reject) => client.once('error', reject).once('end', reject))
  lost.catch(() => undefined)
  client.on('notification', wake)
  try {
    await client.connect()
    for (const channel of CHANNELS) await client.query(`LISTEN ${channel}`)
    wake()
    await Promise.race([lost, pingUntil(client, signal)])
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function pingUntil(client: Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(PING_MS, signal)
    if (!signal.aborted) await client.query('SELECT 1')
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  wait(ms, undefined, { signal, ref: false }).catch(() => undefined)
