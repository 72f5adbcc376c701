import type { OutgoingAttachment } from '../../mime/build/build-message'
import { openAttachment } from '../messages/open-attachment'
import { allowUploads } from './allow-uploads'
import { openSpool } from './spool'

/** The files of a message, opened: uploads of this person, and attachments taken along from messages of theirs. */
export async function attachmentsOf(
  userId: string,
  { uploads, forwardAttachments }: { uploads: string[]; forwardAttachments: string[] },
): Promise<OutgoingAttachment[]> {
  const opened: OutgoingAttachment[] = []
  for (const { id, name, type } of await allowUploads(userId, uploads))
    opened.push({ name, type, content: await openSpool(id) })
  for (const id of forwardAttachments) {
    const { name, type, stream } = await openAttachment(userId, id)
    opened.push({ name, type, content: stream })
  }
  return opened
}
