// One client from greeting to goodbye: reads a command, runs it, answers, tells of changes.
import type { Socket } from 'node:net'
import { log } from '../../platform/log'
import { StoreRefusal } from '../store/change-folders'
import { CAPABILITIES } from './capabilities'
import { CommandReader, InputTooLong } from './command-reader'
import { commands } from './commands'
import { type Command, ImapSession, Refused, type SignIn } from './session'
import { type CommandText, parseValues, SyntaxProblem } from './syntax'

const MAX_LITERAL = 50 * 1024 * 1024
const MAX_LITERAL_SIGNED_OUT = 4096
const IDLE_LIMIT_MS = 31 * 60_000

/** Serves the client until it leaves or the socket closes. Never throws. */
export async function serveConnection(socket: Socket, signIn: SignIn, clock: () => Date): Promise<void> {
  socket.setTimeout(IDLE_LIMIT_MS, () => socket.destroy())
  socket.setNoDelay(true)
  const session = new ImapSession(socket, new CommandReader(socket), signIn, clock)
  try {
    await session.line(`* OK [CAPABILITY ${CAPABILITIES}] Posthorn demo post office: for trying out only`)
    while (!session.isLeaving && (await serveCommand(session)));
  } catch (error) {
    if (error instanceof InputTooLong) await session.line(`* BYE ${error.message}`)
    else log.error({ err: error }, 'demo IMAP connection failed')
  }
  socket.end()
}

async function serveCommand(session: ImapSession): Promise<boolean> {
  const input = await session.reader.command(session.user ? MAX_LITERAL : MAX_LITERAL_SIGNED_OUT)
  if (!input) return false
  const match = /^([^\s(){%*"\\+\0]{1,64}) ((?:UID )?[A-Z]{1,20})(?: ([\s\S]*))?$/i.exec(input.text)
  const [, tag = '*', name = '', rest = ''] = match ?? []
  const command = commands[name.toUpperCase()]
  if (!command) {
    await session.line(`${tag} BAD Unknown command`)
    return true
  }
  const answer = await runCommand(session, command, { ...input, text: rest })
  if (session.selected && session.user) await announce(session, command)
  await session.line(`${tag} ${answer}`)
  return true
}

async function runCommand(session: ImapSession, command: Command, input: CommandText): Promise<string> {
  try {
    checkState(session, command)
    return `OK ${await command.run(session, parseValues(input))}`
  } catch (error) {
    if (error instanceof SyntaxProblem) return `BAD ${error.message}`
    if (error instanceof Refused || error instanceof StoreRefusal)
      return `NO ${error.code ? `[${error.code}] ` : ''}${error.message}`
    throw error
  }
}

function checkState(session: ImapSession, command: Command): void {
  if (command.when === 'signed-out' && session.user) throw new SyntaxProblem('Already signed in')
  if (command.when === 'signed-in' || command.when === 'selected') session.store
  if (command.when === 'selected') session.folder
}

async function announce(session: ImapSession, command: Command): Promise<void> {
  const { folder } = session.folder
  if (session.store.folder(folder.path) === folder) await session.tellNews(command.keepsNumbers ?? false)
  else {
    session.isLeaving = true
    await session.line('* BYE The folder was deleted')
  }
}
