import { notFound } from '../../platform/errors'
import { loadBody } from './load-body'
import { forPerson } from './mail-server-answer'
import { allowMessage } from './message.policy'

/** The sanitized HTML of a message, final: for its own document only. Not found when it has none. */
export async function readBodyHtml(userId: string, id: string): Promise<{ html: string }> {
  const row = await allowMessage(userId, id)
  const body = await forPerson(() => loadBody(row))
  if (body.html === null) throw notFound('message body')
  return { html: body.html }
}
