import { HeaderList } from '../../contract/messages'
import { loadBody } from './load-body'
import { forPerson } from './mail-server-answer'
import { allowMessage } from './message.policy'

/** All header fields, decoded, in order. */
export async function readHeaders(
  userId: string,
  id: string,
): Promise<{ headers: { name: string; value: string }[] }> {
  const row = await allowMessage(userId, id)
  const body = await forPerson(() => loadBody(row))
  return { headers: HeaderList.shape.headers.catch([]).parse(body.headers) }
}
