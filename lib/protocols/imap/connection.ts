import type { ImapFlow } from 'imapflow'
import type { MailEndpoint } from '../../platform/mail-url'
import { MailServerError } from '../mail-server'
import { nameFailure, nameOfServer } from './name-failure'

/** What imapflow tells its logger beside the text: the way to learn why a command answered `false`. */
export type Traces = { refusal: unknown; unparsable: number }

/** An imapflow client with what the verbs need to name their failures. */
export type Connection = { client: ImapFlow; endpoint: MailEndpoint; traces: Traces }

/**
 * Runs one command. imapflow answers `false` or nothing when the server refused: that becomes a MailServerError
 * with the server's own words, as does every throw.
 */
export async function command<T>(
  connection: Connection,
  run: () => Promise<T | false | undefined>,
): Promise<T> {
  const { traces, endpoint } = connection
  traces.refusal = undefined
  try {
    const result = await run()
    if (result !== false && result !== undefined) return result
  } catch (error) {
    throw nameFailure(error, 'command', endpoint)
  }
  if (traces.refusal) throw nameFailure(traces.refusal, 'command', endpoint)
  if (!connection.client.usable) throw nameFailure({ code: 'NoConnection' }, 'command', endpoint)
  throw new MailServerError('command', 'refused', nameOfServer(endpoint), 'the command was refused')
}

/** The open folder; throws when none is. */
export function openMailbox({ client, endpoint }: Connection) {
  if (client.mailbox) return client.mailbox
  const code = client.usable ? 'failed' : 'closed'
  throw new MailServerError('command', code, nameOfServer(endpoint), 'no folder is open')
}
