import { createHash, randomUUID } from 'node:crypto'
import { OutgoingState, type SendAnswer, type SendRequest } from '../../contract/outbox'
import type { Tx } from '../../db/client'
import { publish } from '../../events/publish'
import { buildMessage } from '../../mime/build/build-message'
import { HeaderSyntaxError } from '../../mime/build/header-values'
import { badField, notFound } from '../../platform/errors'
import { isId, newId } from '../../platform/ids'
import { allowMailbox } from '../mailboxes/mailbox.policy'
import { type Enqueued, enqueueOutgoing, findEnqueued } from '../outbox/enqueue-outgoing'
import { attachmentsOf } from './attachments-of'
import { removeDraft } from './compose.store'
import { collectWithin } from './message-limit'
import { type Recipient, recipientsOf } from './recipients'
import { replyHeaders } from './reply-headers'
import { storable } from './storable'

/** Shown for 10 s on screen; held longer here, so that a click at the last moment still wins. */
const HOLD_SECONDS = 15

/**
 * Builds the raw message, once and for ever, and queues it; its draft goes in the same transaction. Everything is
 * checked first: bad-input names the field (`to.0`, `subject`), too-large beyond the limit, not-found for what is
 * somebody else's. The same key answers the same item; with another content it is a conflict.
 */
export async function sendMessage(
  userId: string,
  asked: SendRequest,
  idempotencyKey: string,
): Promise<SendAnswer> {
  const request = storable(asked)
  const fingerprint = fingerprintOf(request)
  const [known, mailbox] = await Promise.all([
    findEnqueued(userId, idempotencyKey, fingerprint),
    allowMailbox(userId, request.mailboxId),
  ])
  if (known) return answerOf(known)
  if (request.identityId !== undefined) throw notFound('identity')
  const recipients = recipientsOf(request)
  const id = newId()
  const messageId = `${randomUUID()}@${mailbox.address.split('@').at(-1)}`
  const from = { name: mailbox.name, address: mailbox.address }
  const raw = await rawOf(userId, { id, messageId, from, recipients }, request)
  const row = { id, userId, mailboxId: mailbox.id, idempotencyKey, fingerprint, messageId }
  const queued = await enqueueOutgoing(
    {
      ...row,
      subject: request.subject,
      envelopeFrom: mailbox.address,
      relatedId: request.inReplyTo ?? null,
      relation: request.inReplyTo ? (request.relation ?? 'reply') : null,
      composed: composedOf(request),
      holdMs: (request.holdSeconds ?? HOLD_SECONDS) * 1000,
      sendAt: request.sendAt ? new Date(request.sendAt) : null,
      raw,
      recipients,
    },
    (tx) => dropDraft(tx, userId, request.draftId),
  )
  return answerOf(queued)
}

const answerOf = ({ id, state, messageId }: Enqueued): SendAnswer => ({
  id,
  state: OutgoingState.parse(state),
  messageId,
})

/** The request as parsed has its fields in the contract's order, so its text is canonical. */
const fingerprintOf = (request: SendRequest) =>
  createHash('sha256').update(JSON.stringify(request)).digest('hex')

type Fixed = {
  id: string
  messageId: string
  from: { name: string; address: string }
  recipients: Recipient[]
}

async function rawOf(userId: string, fixed: Fixed, request: SendRequest): Promise<Uint8Array[]> {
  const { id, messageId, from, recipients } = fixed
  const related = request.inReplyTo
    ? await replyHeaders(userId, request.inReplyTo, request.relation ?? 'reply')
    : {}
  const only = (kind: Recipient['kind']) =>
    recipients.filter((r) => r.kind === kind).map(({ name, address }) => ({ name, address }))
  const content = {
    from,
    to: only('to'),
    cc: only('cc'),
    subject: request.subject,
    text: request.text ?? '',
    ...(request.html === undefined ? {} : { html: request.html }),
    attachments: await attachmentsOf(userId, request),
    ...related,
    messageId,
    date: new Date(),
    posthornId: id,
  }
  try {
    return await collectWithin(buildMessage(content))
  } catch (error) {
    if (error instanceof HeaderSyntaxError) throw badField(error.field, error.problem)
    throw error
  }
}

/** What the composer needs to open it again. */
function composedOf(request: SendRequest) {
  const { draftId: _, holdSeconds: __, sendAt: ___, identityId: ____, ...composed } = request
  return composed
}

async function dropDraft(tx: Tx, userId: string, draftId: string | undefined): Promise<void> {
  if (draftId === undefined || !isId(draftId)) return
  if (await removeDraft(tx, userId, draftId))
    await publish(tx, `user:${userId}`, { type: 'draft-changed', draftId })
}
