import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './local-password'

test('a password is known by its record, in any Unicode form, and no other is', async () => {
  const record = await hashPassword('pÄss wörd')
  expect(record).not.toContain('wörd')
  expect(await verifyPassword('pÄss wörd'.normalize('NFD'), record)).toBe(true)
  expect(await verifyPassword('pass word', record)).toBe(false)
})

test('without a record, or with a broken one, nothing matches', async () => {
  expect(await verifyPassword('', null)).toBe(false)
  expect(await verifyPassword('x', 'scrypt$1')).toBe(false)
})
