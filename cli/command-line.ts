// Administration from the command line: finds the command, parses its options, opens the database, prints one answer.
import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { AppError } from '../lib/platform/errors'
import { apiKeyCreate } from './commands/api-key-create'
import type { Answer, Command } from './commands/command'
import { mailboxAdd } from './commands/mailbox-add'
import { outboxCancel, outboxRetry } from './commands/outbox-change'
import { outboxList } from './commands/outbox-list'
import { syncVerify } from './commands/sync-verify'
import { userCreate } from './commands/user-create'
import { withDatabase } from './with-database'

const COMMANDS: Command[] = [
  userCreate,
  mailboxAdd,
  apiKeyCreate,
  outboxList,
  outboxRetry,
  outboxCancel,
  syncVerify,
]

const FAILED = 1
const BAD_USAGE = 2

class UsageError extends Error {}

/** Runs one command line and answers its exit code: 0, 1 for a failure, 2 for bad usage. */
export async function runCommandLine(words: string[]): Promise<number> {
  try {
    if (words.length === 0 || words.includes('--help')) return printHelp()
    const command = findCommand(words)
    const { values, isJson } = parseOptions(command, words.slice(command.name.split(' ').length))
    return print(await withDatabase(command.prepare(values)), isJson)
  } catch (error) {
    process.stderr.write(`${describe(error).replaceAll('\n', ' ')}\n`)
    return error instanceof UsageError || error instanceof ZodError ? BAD_USAGE : FAILED
  }
}

function findCommand(words: string[]): Command {
  const found = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '))
  if (found) return found
  const typed = words.filter((word) => !word.startsWith('-')).slice(0, 2)
  throw new UsageError(
    `no command "${typed.join(' ')}"; there are: ${COMMANDS.map((c) => c.name).join(', ')}`,
  )
}

function parseOptions(command: Command, words: string[]) {
  const options = { ...command.options, json: { type: 'boolean' } as const }
  const { values, positionals } = parse(() => parseArgs({ args: words, options, allowPositionals: true }))
  const { json, ...rest } = values
  const expected = command.operand ? 1 : 0
  if (positionals.length > expected) throw new UsageError(`unexpected word "${positionals[expected]}"`)
  const operand = command.operand && positionals[0] !== undefined ? { [command.operand]: positionals[0] } : {}
  return { values: { ...rest, ...operand }, isJson: json === true }
}

function parse<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function print(answer: Answer, isJson: boolean): number {
  const text = isJson ? JSON.stringify(answer.json) : answer.text
  if (text) process.stdout.write(`${text}\n`)
  return answer.exitCode ?? 0
}

function printHelp(): number {
  const lines = COMMANDS.map(({ name, usage }) => `  ${name} ${usage}`)
  process.stdout.write(`npm run -s cli -- <command> [--json]\n${lines.join('\n')}\n`)
  return 0
}

/** One line, naming the option where there is one. */
function describe(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map((issue) => `${optionOf(String(issue.path[0]))} ${issue.message}`).join('; ')
  if (error instanceof AppError && error.fields.length)
    return error.fields.map((field) => `${optionOf(field.path)} ${field.message}`).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** Fields of the domain are called as in the API, options shorter: `imapUrl` is `--imap`. */
function optionOf(field: string): string {
  return field === 'id' ? '<id>' : `--${field.replace(/Url$/, '')}`
}
