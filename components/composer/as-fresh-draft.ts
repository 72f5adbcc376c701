import { v4 as newId } from 'uuid'
import type { Composition } from './composition'

/** The same words as a draft of their own: unsaved, and when sent a new message. */
export function asFreshDraft(c: Composition): Composition {
  return {
    ...c,
    key: newId(),
    server: null,
    idempotencyKey: null,
    edits: c.edits + 1,
    savedEdits: 0,
    save: { kind: 'edited' },
    send: { kind: 'idle' },
    minimised: false,
  }
}
