import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

type Cost = { N: number; r: number; p: number }

/** OWASP's scrypt floor: about 0.3 s and 32 MiB. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 }
const RECORD = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/

/** A record `scrypt$N$r$p$salt$key` for a password of our own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Takes as long without a record as with one, so that the time does not say who has a password here. */
export async function verifyPassword(password: string, record: string | null): Promise<boolean> {
  const parts = RECORD.exec(record ?? '')
  if (!parts) {
    await derive(password, Buffer.alloc(16), COST)
    return false
  }
  const [, N, r, p, salt = '', key = ''] = parts
  const expected = Buffer.from(key, 'base64')
  const actual = await derive(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r }
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
