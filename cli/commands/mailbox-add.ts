import fs from 'node:fs'
import { z } from 'zod'
import { createMailbox } from '../../lib/domain/mailboxes/create-mailbox'
import { badField } from '../../lib/platform/errors'
import { defineCommand } from './command'
import { personOf } from './person'
import { readPassword } from './read-password'

export const mailboxAdd = defineCommand({
  name: 'mailbox add',
  usage:
    '--owner E --address A --imap URL --smtp URL [--pop3 URL] [--username U] --password-stdin [--ca FILE]',
  options: {
    owner: { type: 'string' },
    address: { type: 'string' },
    imap: { type: 'string' },
    smtp: { type: 'string' },
    pop3: { type: 'string' },
    username: { type: 'string' },
    'password-stdin': { type: 'boolean' },
    ca: { type: 'string' },
  },
  input: z.object({
    owner: z.string('is needed'),
    address: z.email('is needed, and must be a mail address'),
    imap: z.string('is needed').min(1, 'is needed'),
    smtp: z.string('is needed').min(1, 'is needed'),
    pop3: z.string().optional(),
    username: z.string().optional(),
    'password-stdin': z.literal(true, 'is needed: the password is read from standard input'),
    ca: z.string().optional(),
  }),
  run: async ({ owner, address, imap, smtp, pop3, username, ca }) => {
    const person = await personOf('owner', owner)
    const id = await createMailbox({
      ownerId: person.id,
      address,
      imapUrl: imap,
      smtpUrl: smtp,
      pop3Url: pop3,
      username,
      password: await readPassword(),
      ca: ca === undefined ? undefined : readCertificates(ca),
    })
    return { text: `${address} is added; its mail comes in now.`, json: { id, address, owner: person.email } }
  },
})

function readCertificates(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    throw badField('ca', `cannot read ${JSON.stringify(file)} (${(error as NodeJS.ErrnoException).code})`)
  }
}
