import type { z } from 'zod'
import type { OutboxQuery, OutgoingPage } from '../../contract/outbox'
import { badField } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { presentOutgoing } from './outgoing.present'
import { findPage, type OutgoingCursor } from './outgoing.store'

/** This person's outgoing messages, newest first; of each at most the newest ten attempts. */
export async function listOutgoing(
  userId: string,
  query: z.infer<typeof OutboxQuery>,
): Promise<OutgoingPage> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor)
  const rows = await findPage(userId, query.limit + 1, after)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(presentOutgoing),
    nextCursor: rows.length > query.limit && last ? writeCursor(last) : null,
  }
}

const writeCursor = ({ createdAt, id }: OutgoingCursor) =>
  Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url')

function readCursor(text: string): OutgoingCursor {
  const [time, id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  const createdAt = new Date(Number(time))
  if (Number.isNaN(createdAt.getTime()) || !isId(id)) throw badField('cursor', 'is not one of ours')
  return { createdAt, id }
}
