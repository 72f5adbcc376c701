import type { ThreadDetail } from '../../contract/messages'
import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { mailboxIdsOf } from '../mailboxes/mailbox.policy'
import { presentSummary } from './message.present'
import { findInThread } from './message.store'

const MOST_MESSAGES = 1000

/** A conversation over all folders, oldest first. */
export async function openThread(userId: string, threadId: string): Promise<ThreadDetail> {
  const mailboxIds = await mailboxIdsOf(userId)
  const rows = isId(threadId) ? await findInThread(threadId, mailboxIds, MOST_MESSAGES) : []
  const newest = rows.at(-1)
  if (!newest) throw notFound('conversation')
  return { id: threadId, subject: newest.subject, messages: rows.map(presentSummary) }
}
