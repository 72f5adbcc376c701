// A composition as the requests of the API: the same body for a draft and for sending.
import type { DraftSave, SendRequest } from '@/lib/contract/outbox'
import type { AddressField, Chip, Composition } from './composition'

/** Held five seconds longer than Undo is shown, so that a click at the last moment still wins. */
export const HOLD_SECONDS = 15

/** Only files that arrived are named; what stands in an address line goes along into a draft. */
export function draftRequestOf(c: Composition): DraftSave {
  return {
    ...bodyOf(c, (field) => withPending(c, field)),
    mailboxId: c.mailboxId,
    ...(c.server && { revision: c.server.revision }),
  }
}

export function sendRequestOf(c: Composition): SendRequest {
  return {
    ...bodyOf(c, (field) => c[field].map(typedOf)),
    mailboxId: c.mailboxId,
    holdSeconds: HOLD_SECONDS,
    ...(c.server && { draftId: c.server.draftId }),
  }
}

function bodyOf(c: Composition, addresses: (field: AddressField) => string[]) {
  return {
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    subject: c.subject,
    text: c.text,
    ...(c.format === 'rich' && { html: c.html }),
    uploads: c.files.flatMap((file) => (file.uploadId ? [file.uploadId] : [])),
    forwardAttachments: c.files.flatMap((file) => (file.attachmentId ? [file.attachmentId] : [])),
    ...(c.inReplyTo && { inReplyTo: c.inReplyTo }),
    ...(c.inReplyTo && c.relation && { relation: c.relation }),
  }
}

function withPending(c: Composition, field: AddressField): string[] {
  const pending = c.pending[field].trim().slice(0, 600)
  return [...c[field].map(typedOf), ...(pending ? [pending] : [])]
}

const typedOf = (chip: Chip) => chip.typed
