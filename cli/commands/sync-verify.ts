import { z } from 'zod'
import { mailboxIdsByAddress } from '../../lib/domain/mailboxes/watchable-mailboxes'
import { verifyMailbox } from '../../lib/domain/sync/verify-mailbox'
import { badField } from '../../lib/platform/errors'
import { defineCommand } from './command'

export const syncVerify = defineCommand({
  name: 'sync verify',
  usage: '--mailbox A',
  options: { mailbox: { type: 'string' } },
  input: z.object({ mailbox: z.string('is needed') }),
  run: async ({ mailbox }) => {
    const ids = await mailboxIdsByAddress(mailbox)
    if (ids.length === 0) throw badField('mailbox', `no mailbox has the address ${JSON.stringify(mailbox)}`)
    const found = await Promise.all(ids.map(verifyMailbox))
    const differences = found.flat()
    const lines = differences.map(({ kind, folder, uid }) => `${kind}  ${folder}  ${uid ?? ''}`.trimEnd())
    return {
      text: lines.join('\n') || 'The cache equals the server.',
      json: { mailbox, differences },
      exitCode: differences.length === 0 ? 0 : 1,
    }
  },
})
