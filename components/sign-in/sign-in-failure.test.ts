import fc from 'fast-check'
import { expect, test } from 'vitest'
import en from '../i18n/messages/en/sign-in.json'
import { failureWords } from './sign-in-failure'

test.each([
  ['credentials', 'error.credentials', null],
  ['too-many', 'error.too-many', null],
  ['server:connect:refused', 'error.server', 'step.connect'],
  ['server:tls:name-mismatch', 'error.server', 'tls.name-mismatch'],
  ['server:tls:something-new', 'error.server', 'step.tls'],
  ['server:sign-in:too-many-connections', 'error.server', 'tooManyConnections'],
  ['CredentialsSignin', 'error.unexpected', null],
])('%s', (failure, what, step) => {
  expect(failureWords(failure)).toEqual({ what, step })
})

test('whatever the address bar or a proxy says, there are words for it', () => {
  const at = (path: string) =>
    path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], en)
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((code) => `server:tls:${code}`),
      ),
      (failure) => {
        const { what, step } = failureWords(failure)
        expect(typeof at(what)).toBe('string')
        if (step) expect(typeof at(step)).toBe('string')
      },
    ),
  )
})
