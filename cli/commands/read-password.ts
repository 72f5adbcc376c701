import { badField } from '../../lib/platform/errors'

const LONGEST = 4096

/** The password on standard input, without the line end `echo` adds: it never shows in a process list. */
export async function readPassword(): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(piece as Buffer)
  const password = Buffer.concat(pieces)
    .toString('utf8')
    .replace(/\r?\n$/, '')
  if (password === '') throw badField('password-stdin', 'standard input is empty')
  if (password.length > LONGEST) throw badField('password-stdin', `is longer than ${LONGEST} characters`)
  return password
}
