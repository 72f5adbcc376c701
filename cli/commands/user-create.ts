import { z } from 'zod'
import { createUser } from '../../lib/domain/users/create-user'
import { defineCommand } from './command'
import { readPassword } from './read-password'

export const userCreate = defineCommand({
  name: 'user create',
  usage: '--email E [--name N] [--admin] [--password-stdin]',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    admin: { type: 'boolean' },
    'password-stdin': { type: 'boolean' },
  },
  input: z.object({
    email: z.string('is needed'),
    name: z.string().default(''),
    admin: z.boolean().default(false),
    'password-stdin': z.boolean().default(false),
  }),
  run: async ({ email, name, admin, 'password-stdin': hasPassword }) => {
    const password = hasPassword ? await readPassword() : undefined
    const id = await createUser({ email, name, isAdmin: admin, password })
    return { text: `${email} may sign in now.`, json: { id, email, name, isAdmin: admin } }
  },
})
