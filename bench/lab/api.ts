// The application's HTTP API as a script uses it: with a key made on the command line.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { z } from 'zod'
import type { TestUser } from '../../test/servers/mail-domain'
import type { Lab } from './lab'

export type Api = {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>
  post<T>(path: string, body: unknown, schema: z.ZodType<T>, headers?: Record<string, string>): Promise<T>
}

/** Lets a person of the mail server in, with his mailbox, and answers the API in his name. */
export async function apiFor(lab: Lab, user: TestUser): Promise<Api> {
  await cli(lab, ['user', 'create', '--email', user.address])
  await addMailbox(lab, user.address, user)
  const key = await cli(lab, ['api-key', 'create', '--user', user.address])
  return apiWithKey(lab.url, key.trim())
}

/** Adds a mailbox of the lab's server to a person. */
export async function addMailbox({ domain, ...lab }: Lab, owner: string, user: TestUser): Promise<void> {
  const servers = ['--imap', domain.imapsUrl, '--smtp', domain.submissionsUrl, '--ca', domain.caFile]
  const words = [
    'mailbox',
    'add',
    '--owner',
    owner,
    '--address',
    user.address,
    ...servers,
    '--password-stdin',
  ]
  await cli({ domain, ...lab }, words, user.password)
}

function apiWithKey(url: string, key: string): Api {
  const call = async <T>(path: string, schema: z.ZodType<T>, init: RequestInit): Promise<T> => {
    const headers = { authorization: `Bearer ${key}`, ...init.headers }
    const response = await fetch(`${url}/api/v1${path}`, { ...init, headers })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return schema.parse(await response.json())
  }
  return {
    get: (path, schema) => call(path, schema, {}),
    post: (path, body, schema, headers = {}) => {
      const json = { 'content-type': 'application/json', ...headers }
      return call(path, schema, { method: 'POST', body: JSON.stringify(body), headers: json })
    },
  }
}

async function cli({ posthorn }: Lab, words: string[], input = ''): Promise<string> {
  const stdio = ['pipe', 'pipe', 'inherit'] as const
  const child = spawn('npm', ['run', '-s', 'cli', '--', ...words], { env: posthorn.env, stdio: [...stdio] })
  const pieces: Buffer[] = []
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece))
  child.stdin?.end(input)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${words.slice(0, 2).join(' ')} ended with ${code}`)
  return Buffer.concat(pieces).toString()
}
