import { describe, expect, test } from 'vitest'
import { decryptSecret, encryptSecret, keyringFrom } from './encryption'

const old = keyringFrom(['an old secret that is long enough, yes it is'])
const ring = keyringFrom([
  'a new secret that is long enough, yes it is',
  'an old secret that is long enough, yes it is',
])
const place = { table: 'Mailbox', column: 'secret', rowId: 'row-1', owner: 'person-1' }

describe('stored secrets', () => {
  test('come back as they were', () => {
    const record = encryptSecret('pässword 비밀', place, ring)
    expect(decryptSecret(record, place, ring)).toBe('pässword 비밀')
    expect(JSON.stringify(record)).not.toContain('pässword')
  })

  test('use a fresh nonce each time', () => {
    const one = encryptSecret('same', place, ring)
    const two = encryptSecret('same', place, ring)
    expect([one.nonce, one.ct]).not.toEqual([two.nonce, two.ct])
  })

  test.each([
    ['row', { ...place, rowId: 'row-2' }],
    ['owner', { ...place, owner: 'person-2' }],
    ['column', { ...place, column: 'token' }],
  ])('cannot be moved to another %s', (_, elsewhere) => {
    const record = encryptSecret('mine', place, ring)
    expect(() => decryptSecret(record, elsewhere, ring)).toThrow('belongs to another row')
  })

  test('stay readable after the key was rotated, and name the key when it is gone', () => {
    const record = encryptSecret('from before', place, old)
    expect(decryptSecret(record, place, ring)).toBe('from before')
    const fresh = encryptSecret('after', place, ring)
    expect(() => decryptSecret(fresh, place, old)).toThrow('encrypted with another APP_SECRET')
  })

  test('a changed byte or a short tag is refused', () => {
    const record = encryptSecret('mine', place, ring)
    const tag = Buffer.from(record.tag, 'base64')
    tag[0] = (tag[0] ?? 0) ^ 1
    expect(() => decryptSecret({ ...record, tag: tag.toString('base64') }, place, ring)).toThrow(
      'was changed',
    )
    const short = tag.subarray(0, 4).toString('base64')
    expect(() => decryptSecret({ ...record, tag: short }, place, ring)).toThrow('was changed')
  })
})
