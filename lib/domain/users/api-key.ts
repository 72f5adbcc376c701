import { createHash, randomBytes } from 'node:crypto'

const KEY = /^ph_[A-Za-z0-9_-]{43}$/

/** A new key: `ph_` and 256 random bits in base64url. */
export const newApiKey = () => `ph_${randomBytes(32).toString('base64url')}`

export const isApiKey = (text: string) => KEY.test(text)

/** What is stored. A fast hash is enough for 256 random bits. */
export const hashApiKey = (key: string) => createHash('sha256').update(key).digest('hex')
