import type { Outgoing } from '../../contract/outbox'
import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { findNewest, findSender } from './administration.store'
import { presentOutgoing } from './outgoing.present'

/** For administration: outgoing messages of everybody, or of one person, newest first. */
export async function listEveryOutgoing(limit: number, userId?: string): Promise<Outgoing[]> {
  return (await findNewest(limit, userId)).map(presentOutgoing)
}

/** For administration, which acts in the sender's name. Throws notFound. */
export async function senderOfOutgoing(id: string): Promise<string> {
  const sender = isId(id) ? await findSender(id) : null
  if (!sender) throw notFound('outgoing message')
  return sender
}
