// LOGIN, AUTHENTICATE PLAIN (RFC 4616, initial response RFC 4959) and LOGOUT.
import { CAPABILITIES } from './capabilities'
import { type ImapSession, Refused } from './session'
import { SyntaxProblem, textOfValue, type Value } from './syntax'

export function login(session: ImapSession, args: Value[]): string {
  return enter(session, utf8(textOfValue(args[0])), utf8(textOfValue(args[1])))
}

export async function authenticate(session: ImapSession, args: Value[]): Promise<string> {
  if (textOfValue(args[0]).toUpperCase() !== 'PLAIN') throw new Refused('', 'Only PLAIN is offered')
  const response = args[1] ? textOfValue(args[1]) : await ask(session)
  const [, address = '', password = ''] = Buffer.from(response, 'base64').toString().split('\0')
  return enter(session, address, password)
}

async function ask(session: ImapSession): Promise<string> {
  await session.line('+ ')
  const line = await session.reader.line()
  if (line === null || line === '*') throw new SyntaxProblem('Cancelled')
  return line
}

function enter(session: ImapSession, address: string, password: string): string {
  session.user = session.signIn(address, password)
  if (!session.user) throw new Refused('AUTHENTICATIONFAILED', 'Wrong address or password')
  return `[CAPABILITY ${CAPABILITIES}] Signed in to the demo`
}

export async function logout(session: ImapSession): Promise<string> {
  session.isLeaving = true
  session.selected = null
  await session.line('* BYE Goodbye')
  return 'LOGOUT completed'
}

function utf8(latin1: string): string {
  return Buffer.from(latin1, 'latin1').toString()
}
