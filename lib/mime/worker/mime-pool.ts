import { MimePool } from './pool'

const key = Symbol.for('posthorn.mime-pool')

/** The process's one pool: two threads, 5 s a job. On globalThis, as Next loads a module once for each bundle. */
export function mimePool(): MimePool {
  const store = globalThis as unknown as Record<symbol, MimePool | undefined>
  store[key] ??= new MimePool({ size: 2, timeout: 5000, idle: 30_000 })
  return store[key]
}
