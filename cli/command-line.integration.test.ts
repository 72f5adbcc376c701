import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

function cli(words: string[], { input = '', ...more }: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env
  const secret = { DATABASE_URL: database.url, APP_SECRET: 's'.repeat(40) }
  const env: Record<string, string> = { PATH, HOME, ...secret, ...more }
  return spawnSync(process.execPath, ['cli/run.mjs', ...words], {
    env: env as NodeJS.ProcessEnv,
    input,
    encoding: 'utf8',
    timeout: 60_000,
  })
}

describe('the command line', () => {
  test('makes a person, a mailbox and a key', () => {
    const user = cli(['user', 'create', '--email', 'alice@a.example', '--password-stdin', '--json'], {
      input: 'a long password\n',
    })
    expect(user).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(user.stdout)).toMatchObject({ email: 'alice@a.example', isAdmin: false })
    const servers = ['--imap', 'imaps://mail.a.example', '--smtp', 'smtps://mail.a.example']
    const owner = ['--owner', 'alice@a.example', '--address', 'alice@a.example', '--password-stdin', '--json']
    const mailbox = cli(['mailbox', 'add', ...owner, ...servers], { input: 'secret\n' })
    expect(mailbox).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(mailbox.stdout)).toMatchObject({ address: 'alice@a.example' })
    const key = cli(['api-key', 'create', '--user', 'alice@a.example'])
    expect(key.stdout).toMatch(/^\S{20,}\n$/)
  })

  test.each([
    [['user', 'create', '--email', 'nobody'], 1, '--email is not a mail address'],
    [['user', 'create', '--emial', 'x'], 2, "Unknown option '--emial'"],
    [['user', 'destroy'], 2, 'no command "user destroy"'],
    [['user', 'create', 'x', '--email', 'a@a.example'], 2, 'unexpected word "x"'],
    [['mailbox', 'add', '--owner', 'x'], 2, '--password-stdin is needed'],
    [['api-key', 'create', '--user', 'z@a.example'], 1, '--user nobody here has the address "z@a.example"'],
    [['outbox', 'retry'], 2, '<id> is needed'],
    [['outbox', 'cancel', 'nothing'], 1, 'No such outgoing message.'],
    [['outbox', 'list', '--limit', 'all'], 2, '--limit must be a number from 1 to 1000'],
    [['sync', 'verify', '--mailbox', 'z@a.example'], 1, '--mailbox no mailbox has the address'],
  ])('%j ends with code %i and one line', (words, status, line) => {
    const ended = cli(words)
    expect(ended).toMatchObject({ status, stdout: '' })
    expect(ended.stderr).toContain(line)
    expect(ended.stderr.trim().split('\n')).toHaveLength(1)
  })

  test('lists an empty outbox', () => {
    expect(cli(['outbox', 'list'])).toMatchObject({ status: 0, stdout: 'The outbox is empty.\n' })
    expect(cli(['outbox', 'list', '--json']).stdout).toBe('{"items":[]}\n')
  })

  test('says what it knows', () => {
    const { stdout } = cli(['--help'])
    for (const name of fs.readdirSync(path.join(import.meta.dirname, 'commands'))) {
      const command = fs.readFileSync(path.join(import.meta.dirname, 'commands', name), 'utf8')
      const words = /^ {2}name: '(.*)',$/m.exec(command)?.[1]
      if (words) expect(stdout).toContain(words)
    }
  })
})
