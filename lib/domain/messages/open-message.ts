import { z } from 'zod'
import { Authentication, type MessageDetail, Notice } from '../../contract/messages'
import { loadBody } from './load-body'
import { forPerson } from './mail-server-answer'
import { allowMessage } from './message.policy'
import { presentAddresses, presentSummary } from './message.present'

/** A message as shown. Its body is fetched at the first opening: that may answer `unavailable` with the failing step. */
export async function openMessage(userId: string, id: string): Promise<MessageDetail> {
  const row = await allowMessage(userId, id)
  const body = await forPerson(() => loadBody(row))
  return {
    ...presentSummary(row),
    cc: presentAddresses(row.cc),
    bcc: presentAddresses(row.bcc),
    replyTo: presentAddresses(row.replyTo),
    inReplyTo: row.inReplyTo,
    references: row.references,
    text: body.text,
    htmlUrl: body.html === null ? null : `/message-body/${row.id}`,
    attachments: body.attachments.map(({ id: attachmentId, name, type, size, inline, contentId }) => ({
      ...{ id: attachmentId, name, type, size, inline, contentId },
      url: `/api/v1/attachments/${attachmentId}`,
    })),
    authentication: Authentication.catch(null).parse(body.authentication),
    notices: z.array(Notice).catch([]).parse(body.notices),
  }
}
