import { createHash, hkdfSync } from 'node:crypto'

/** The root key (set by the launcher for every process). The only place that reads it. */
function appSecret(): string {
  const secret = process.env.APP_SECRET
  if (!secret || secret.length < 32) {
    throw new Error('APP_SECRET is not set: processes are started by the launcher, which sets it')
  }
  return secret
}

/** A 32-byte key for one purpose (HKDF, RFC 5869): keys of different purposes say nothing about each other. */
export function deriveKey(purpose: string, secret: string = appSecret()): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'posthorn', purpose, 32))
}

/** A short public name of a key, stored beside what it encrypted so that keys can be rotated. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('posthorn key id').update(key).digest('hex').slice(0, 12)
}
