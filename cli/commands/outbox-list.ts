import { z } from 'zod'
import { listEveryOutgoing } from '../../lib/domain/outbox/administer-outbox'
import { defineCommand } from './command'
import { personOf } from './person'

const MOST = 1000

export const outboxList = defineCommand({
  name: 'outbox list',
  usage: '[--user E] [--limit N]',
  options: { user: { type: 'string' }, limit: { type: 'string' } },
  input: z.object({
    user: z.string().optional(),
    limit: z.coerce
      .number(`must be a number from 1 to ${MOST}`)
      .int(`must be a number from 1 to ${MOST}`)
      .min(1, `must be a number from 1 to ${MOST}`)
      .max(MOST, `must be a number from 1 to ${MOST}`)
      .default(200),
  }),
  run: async ({ user, limit }) => {
    const person = user === undefined ? undefined : await personOf('user', user)
    const items = await listEveryOutgoing(limit, person?.id)
    const lines = items.map(({ id, state, recipients, subject }) =>
      [id, state.padEnd(9), recipients.map((r) => r.address).join(','), JSON.stringify(subject)].join('  '),
    )
    return { text: lines.join('\n') || 'The outbox is empty.', json: { items } }
  },
})
