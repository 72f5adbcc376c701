import { describe, expect, test } from 'vitest'
import { parseConfig } from './config'

const messageOf = (env: Record<string, string>) => {
  try {
    parseConfig(env)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

describe('the environment', () => {
  test('needs nothing at all', () => {
    expect(parseConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', appUrl: 'http://localhost:3000' })
  })

  test('an empty value counts as unset, as compose files write it', () => {
    expect(parseConfig({ IMAP_URL: '', PORT: '' })).toMatchObject({ imapUrl: undefined, port: 3000 })
  })

  test.each([
    ['PORT', 'abc', 'PORT: allowed is a port number from 1 to 65535 (given: "abc")'],
    ['PORT', '70000', 'PORT: allowed is a port number from 1 to 65535 (given: "70000")'],
    ['PORT', '3e3', 'PORT: allowed is a port number from 1 to 65535 (given: "3e3")'],
    ['WORKER', 'yes', 'WORKER: allowed is embedded or separate (given: "yes")'],
    ['APP_URL', 'mail.example.org', 'APP_URL: allowed is http:// or https:// with a host, without a path'],
    ['APP_URL', 'https://example.org/mail', 'APP_URL: allowed is http:// or https:// with a host'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: allowed is one of trace, debug'],
    ['POSTHORN_MESSAGE_MB', '51', 'POSTHORN_MESSAGE_MB: allowed is a number from 1 to 50 (given: "51")'],
    ['DATABASE_PASSWORD_FILE', '/x', 'DATABASE_PASSWORD_FILE: it belongs to DATABASE_URL'],
  ])('%s=%s is refused by name', (name, value, expected) => {
    expect(messageOf({ [name]: value })).toContain(expected)
  })

  test('a secret is never repeated', () => {
    const message = messageOf({ APP_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@x/y' })
    expect(message).toContain('APP_SECRET: ')
    expect(message).toContain('DATABASE_URL: ')
    expect(message).not.toContain('hunter2')
  })

  test('every wrong variable has its own line', () => {
    expect(messageOf({ PORT: '0', WORKER: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(3)
  })

  test('half a mail server is refused', () => {
    expect(messageOf({ IMAP_URL: 'imaps://mail.example.org' })).toContain('SMTP_URL')
  })
})

describe('origins a browser may send', () => {
  test('are both names of this machine while no public URL is set', () => {
    const { allowedOrigins } = parseConfig({ PORT: '3100' })
    expect(allowedOrigins).toEqual(['http://localhost:3100', 'http://127.0.0.1:3100'])
  })

  test('leave out a default port, as browsers do', () => {
    expect(parseConfig({ PORT: '80' }).allowedOrigins).toEqual(['http://localhost', 'http://127.0.0.1'])
  })

  test('are the public URL alone once it is set', () => {
    expect(parseConfig({ APP_URL: 'https://mail.example.org/' })).toMatchObject({
      appUrl: 'https://mail.example.org',
      allowedOrigins: ['https://mail.example.org'],
    })
  })
})
