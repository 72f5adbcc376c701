import { describe, expect, test } from 'vitest'
import { parseMailUrl } from '../../platform/mail-url'
import { nameFailure } from './name-failure'

const endpoint = parseMailUrl('imaps://mail.example:993', 'imap')
const named = (error: object, step: Parameters<typeof nameFailure>[1] = 'connect') => {
  const { step: at, code } = nameFailure(Object.assign(new Error('words'), error), step, endpoint)
  return `${at} ${code}`
}

describe('a failed connection names the step', () => {
  test.each([
    [{ code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'name-look-up not-found'],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'connect refused'],
    [{ code: 'CONNECT_TIMEOUT' }, 'connect timeout'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'tls name-mismatch'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'tls untrusted'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'tls expired'],
    [{ code: 'STARTTLS_INJECTION', tlsFailed: true }, 'tls protocol'],
    [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'tls protocol'],
  ])('%j', (error, expected) => expect(named(error)).toBe(expected))

  test('a refused password is told from a refused sign-in', () => {
    const no = { responseStatus: 'NO', authenticationFailed: true }
    expect(named({ ...no, serverResponseCode: 'AUTHENTICATIONFAILED' }, 'sign-in')).toBe(
      'sign-in refused-password',
    )
    expect(named({ ...no, serverResponseCode: 'UNAVAILABLE' }, 'sign-in')).toBe('sign-in unavailable')
    expect(named({ ...no, serverResponseCode: 'PRIVACYREQUIRED' }, 'sign-in')).toBe('sign-in refused-sign-in')
  })

  test('a command refused by the server is told from a lost connection', () => {
    expect(named({ responseStatus: 'NO', responseText: 'over quota' }, 'command')).toBe('command refused')
    expect(named({ code: 'NoConnection' }, 'command')).toBe('command closed')
  })

  test('the words are one line', () => {
    const failure = nameFailure({ responseStatus: 'NO', responseText: 'a\r\nb\u0000c' }, 'command', endpoint)
    expect(failure.serverText).toBe('a b c')
  })
})
