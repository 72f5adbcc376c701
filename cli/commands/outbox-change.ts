import { z } from 'zod'
import { senderOfOutgoing } from '../../lib/domain/outbox/administer-outbox'
import { cancelOutgoing } from '../../lib/domain/outbox/cancel-outgoing'
import { retryOutgoing } from '../../lib/domain/outbox/retry-outgoing'
import { type Command, defineCommand } from './command'

function changeCommand(name: string, change: typeof cancelOutgoing): Command {
  return defineCommand({
    name,
    usage: '<id>',
    options: {},
    operand: 'id',
    input: z.object({ id: z.string('is needed') }),
    run: async ({ id }) => {
      const item = await change(await senderOfOutgoing(id), id)
      return { text: `${id} is ${item.state} now.`, json: item }
    },
  })
}

export const outboxRetry = changeCommand('outbox retry', retryOutgoing)
export const outboxCancel = changeCommand('outbox cancel', cancelOutgoing)
