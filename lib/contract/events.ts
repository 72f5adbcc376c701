import { z } from 'zod'
import { Id } from './common'

/** Live events carry ids, never content: a browser that hears one asks again for what it shows. */
export const LiveEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('mailbox-changed'), mailboxId: Id }),
  z.strictObject({ type: z.literal('folders-changed'), mailboxId: Id }),
  /** messages of one folder came, went or changed; `ids` only when there are few */
  z.strictObject({
    type: z.literal('messages-changed'),
    mailboxId: Id,
    folderId: Id,
    ids: z.array(Id).max(50).optional(),
    threadIds: z.array(Id).max(50).optional(),
    /** true when mail arrived that was not here before */
    arrived: z.boolean().optional(),
  }),
  /** the server refused changes and they were undone; ask GET /api/v1/changes/refused */
  z.strictObject({ type: z.literal('changes-refused'), mailboxId: Id, changeIds: z.array(Id).max(50) }),
  z.strictObject({ type: z.literal('outbox-changed'), outgoingId: Id }),
  z.strictObject({ type: z.literal('draft-changed'), draftId: Id }),
  z.strictObject({ type: z.literal('session-ended'), sessionId: Id }),
  /** events were lost (away for too long): read again whatever is shown */
  z.strictObject({ type: z.literal('resync') }),
])
export type LiveEvent = z.infer<typeof LiveEvent>

/** For readers that cannot send Last-Event-ID. */
export const EventsQuery = z.strictObject({ lastEventId: z.string().max(40).optional() })
