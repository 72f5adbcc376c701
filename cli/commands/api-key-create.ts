import { z } from 'zod'
import { createApiKey } from '../../lib/domain/users/create-api-key'
import { defineCommand } from './command'
import { personOf } from './person'

export const apiKeyCreate = defineCommand({
  name: 'api-key create',
  usage: '--user E [--name N]',
  options: { user: { type: 'string' }, name: { type: 'string' } },
  input: z.object({
    user: z.string('is needed'),
    name: z.string().min(1, 'must not be empty').max(100, 'is longer than 100').default('command line'),
  }),
  run: async ({ user, name }) => {
    const person = await personOf('user', user)
    const key = await createApiKey(person.id, name)
    return { text: key.key, json: key }
  },
})
