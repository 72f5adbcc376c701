import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { mailboxIdsOf } from '../mailboxes/mailbox.policy'
import { type FullRow, findFull, findSummaries, type SummaryRow } from './message.store'

/** The message, when this person may see it; otherwise not found, whether it exists or not. */
export async function allowMessage(userId: string, id: string): Promise<FullRow> {
  const row = isId(id) ? await findFull(id, await mailboxIdsOf(userId)) : null
  if (!row) throw notFound('message')
  return row
}

/** Those of these messages that this person may change; the others do not exist for them. */
export async function allowedMessages(userId: string, ids: string[]): Promise<SummaryRow[]> {
  const mailboxIds = new Set(await mailboxIdsOf(userId))
  const rows = await findSummaries([...new Set(ids)].filter(isId))
  return rows.filter((row) => mailboxIds.has(row.mailboxId))
}
