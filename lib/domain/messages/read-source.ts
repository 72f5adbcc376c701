import { atMessage } from './at-message'
import { forPerson, goneOnServer } from './mail-server-answer'
import { allowMessage } from './message.policy'

const MOST_DOWNLOAD = 60 * 1024 * 1024

/** The raw message from the server, byte for byte, up to 60 MB. */
export async function readSource(userId: string, id: string): Promise<Uint8Array> {
  const row = await allowMessage(userId, id)
  return forPerson(async () => {
    const source = await atMessage(row, (session, uid) => session.fetchSource(uid, MOST_DOWNLOAD))
    if (!source) throw goneOnServer()
    return source
  })
}
