import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import type { MimeAnswer, MimeJob } from './messages'
import { MimePool } from './pool'

// A thread that does what the job's text says.
const script = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ html }) => {
  if (html === 'hang') for (;;) {}
  if (html === 'die') process.exit(1)
  if (html === 'throw') throw new Error('thrown')
  if (html === 'fill') { const all = []; for (;;) all.push('x'.repeat(1000) + all.length) }
  parentPort.postMessage({ kind: 'sanitize-outgoing', html })
})`

let started = 0
let pool: MimePool
const start = async () => {
  started++
  return new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } })
}
const job = (html: string): MimeJob => ({ kind: 'sanitize-outgoing', html })
const fine = (html: string): MimeAnswer => ({ kind: 'sanitize-outgoing', html })

afterEach(async () => {
  await pool.close()
  started = 0
})

test('jobs share one thread and come back in order', async () => {
  pool = new MimePool({ size: 1, timeout: 5000, idle: 60_000, start })
  const answers = await Promise.all(['a', 'b', 'c'].map((html) => pool.run(job(html))))
  expect(answers).toEqual(['a', 'b', 'c'].map(fine))
  expect(started).toBe(1)
})

test('a job that hangs is killed, and the next one is served by a new thread', async () => {
  pool = new MimePool({ size: 1, timeout: 200, idle: 60_000, start })
  const [hung, next] = await Promise.all([pool.run(job('hang')), pool.run(job('next'))])
  expect(hung).toEqual({ kind: 'failed', reason: 'timeout' })
  expect(next).toEqual(fine('next'))
  expect(started).toBe(2)
})

test.each(['die', 'throw', 'fill'])('a thread that ends by "%s" fails its own job only', async (how) => {
  pool = new MimePool({ size: 1, timeout: 20_000, idle: 60_000, start })
  const [failed, next] = await Promise.all([pool.run(job(how)), pool.run(job('next'))])
  expect(failed.kind).toBe('failed')
  expect(next).toEqual(fine('next'))
})

test('a thread without work ends, and a new one serves the next job', async () => {
  let ended = 0
  const counted = async () => (await start()).on('exit', () => ended++)
  pool = new MimePool({ size: 1, timeout: 5000, idle: 20, start: counted })
  expect(await pool.run(job('a'))).toEqual(fine('a'))
  await vi.waitFor(() => expect(ended).toBe(1))
  expect(await pool.run(job('b'))).toEqual(fine('b'))
  expect(started).toBe(2)
})

test('a thread that cannot start fails the job, not the pool', async () => {
  const starts = [() => Promise.reject(new Error('no file')), start]
  pool = new MimePool({ size: 1, timeout: 5000, idle: 60_000, start: () => (starts.shift() ?? start)() })
  expect(await pool.run(job('a'))).toEqual({ kind: 'failed', reason: 'Error: no file' })
  expect(await pool.run(job('b'))).toEqual(fine('b'))
})
