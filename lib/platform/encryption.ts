import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { deriveKey, keyId } from './app-secret'

/** AES-256-GCM: version, key id, 96-bit nonce, ciphertext and 128-bit tag, base64. Fit for a JSON column. */
export const SecretRecord = z.strictObject({
  v: z.literal(1),
  kid: z.string(),
  nonce: z.base64(),
  ct: z.base64(),
  tag: z.base64(),
})
export type SecretRecord = z.infer<typeof SecretRecord>

/** Where the record lives. Bound in as additional data, so that a record copied to another row is refused. */
export type SecretPlace = { table: string; column: string; rowId: string; owner: string }

export type Keyring = { current: string; keys: ReadonlyMap<string, Buffer> }

const PURPOSE = 'stored secrets v1'

/** The first secret encrypts; all of them decrypt, so that APP_SECRET can be rotated. */
export function keyringFrom(secrets: [string, ...string[]]): Keyring {
  const keys = secrets.map((secret) => deriveKey(PURPOSE, secret))
  return ringOf(keys)
}

function ringOf(keys: Buffer[]): Keyring {
  const named = keys.map((key): [string, Buffer] => [keyId(key), key])
  return { current: named[0]?.[0] ?? '', keys: new Map(named) }
}

const appKeyring = () => ringOf([deriveKey(PURPOSE)])

const additionalData = (place: SecretPlace, kid: string) =>
  Buffer.from([place.table, place.column, place.rowId, place.owner, kid].join('|'))

export function encryptSecret(
  plain: string,
  place: SecretPlace,
  keyring: Keyring = appKeyring(),
): SecretRecord {
  const key = keyring.keys.get(keyring.current)
  if (!key) throw new Error('the keyring has no key')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(additionalData(place, keyring.current))
  const ct = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return {
    v: 1,
    kid: keyring.current,
    nonce: nonce.toString('base64'),
    ct: ct.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

/** Throws an Error that says whether the key is missing or the record does not belong here. */
export function decryptSecret(stored: unknown, place: SecretPlace, keyring: Keyring = appKeyring()): string {
  const record = SecretRecord.parse(stored)
  const where = `${place.table}.${place.column} of ${place.rowId}`
  const key = keyring.keys.get(record.kid)
  if (!key) {
    throw new Error(
      `${where} was encrypted with another APP_SECRET (key ${record.kid}, have ${keyring.current})`,
    )
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(record.nonce, 'base64'), {
      authTagLength: 16,
    })
    decipher.setAAD(additionalData(place, record.kid))
    decipher.setAuthTag(Buffer.from(record.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(record.ct, 'base64')), decipher.final()]).toString(
      'utf8',
    )
  } catch (cause) {
    throw new Error(`${where} was changed or belongs to another row`, { cause })
  }
}
