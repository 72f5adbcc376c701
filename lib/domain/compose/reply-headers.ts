import { allowMessage } from '../messages/message.policy'

export type ReplyHeaders = { inReplyTo?: string; references?: string[] }

const MOST_REFERENCES = 50

/**
 * In-Reply-To and References of an answer to, or a forward of, one of our messages (RFC 5322 section 3.6.4).
 * The first and the newest references are kept, as conversations hang on both ends.
 */
export async function replyHeaders(
  userId: string,
  relatedId: string,
  relation: 'reply' | 'forward',
): Promise<ReplyHeaders> {
  const related = await allowMessage(userId, relatedId)
  if (related.messageId === '') return {}
  const before = related.references.length > 0 ? related.references : [related.inReplyTo].filter(Boolean)
  const all = [...before.filter((id) => id !== related.messageId), related.messageId].filter(isPrintable)
  const references =
    all.length > MOST_REFERENCES ? [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)] : all
  if (references.length === 0) return {}
  return relation === 'reply' && isPrintable(related.messageId)
    ? { inReplyTo: related.messageId, references }
    : { references }
}

/** Other people's ids may hold anything; what is no id is not repeated. */
const isPrintable = (id: string) => /^[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(id)
