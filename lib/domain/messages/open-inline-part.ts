import { notFound } from '../../platform/errors'
import { allowMessage } from './message.policy'
import { findAttachmentAt } from './message-body.store'
import { type OpenedAttachment, openStored } from './open-attachment'

/** An image that the message's own HTML shows by its Content-ID; `position` as in the URL the sanitizer wrote. */
export async function openInlinePart(
  userId: string,
  messageId: string,
  position: number,
): Promise<OpenedAttachment> {
  const row = await allowMessage(userId, messageId)
  const isIndex = Number.isSafeInteger(position) && position >= 0 && position < 100_000
  const attachment = isIndex ? await findAttachmentAt(row.id, position) : null
  if (!attachment) throw notFound('image')
  return openStored(row, attachment)
}
