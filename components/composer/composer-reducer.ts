// How the open composers change, as a pure function: one action in, the next list out.
import type { AddressField, AttachedFile, Chip, Composition, SendProblem } from './composition'

export type ComposerState = { open: Composition[] }

export type ComposerAction =
  | { type: 'open'; composition: Composition }
  | { type: 'close'; key: string }
  | { type: 'minimise'; key: string; minimised: boolean }
  | { type: 'chips'; key: string; field: AddressField; chips: Chip[]; pending: string }
  | { type: 'pending'; key: string; field: AddressField; text: string }
  | { type: 'show'; key: string; field: 'cc' | 'bcc' }
  | { type: 'subject'; key: string; subject: string }
  | { type: 'body'; key: string; text: string; html: string }
  | { type: 'format'; key: string; format: 'rich' | 'plain'; text: string; html: string }
  | { type: 'files-added'; key: string; files: AttachedFile[] }
  | { type: 'file-changed'; key: string; id: string; change: Partial<AttachedFile> }
  | { type: 'file-removed'; key: string; id: string }
  | { type: 'saving'; key: string }
  | { type: 'saved'; key: string; draftId: string; revision: number; at: string; edits: number }
  | { type: 'not-saved'; key: string; why: 'offline' | 'signed-out' | 'refused' }
  | { type: 'conflict'; key: string }
  | { type: 'keep-mine'; key: string; revision: number }
  | { type: 'detached'; key: string }
  | { type: 'sending'; key: string; idempotencyKey: string }
  | { type: 'send-failed'; key: string; problem: SendProblem }
  | { type: 'not-sent'; key: string }

export const NOTHING_OPEN: ComposerState = { open: [] }

/** Actions for a composition that is not open any more change nothing. `now` is ISO 8601. */
export function composerReducer(state: ComposerState, action: ComposerAction, now: string): ComposerState {
  if (action.type === 'open') return opened(state, action.composition)
  if (action.type === 'close') return { open: state.open.filter((c) => c.key !== action.key) }
  const open = state.open.map((c) => (c.key === action.key ? changed(c, action, now) : c))
  return { open }
}

/** The same draft is never open twice: it comes to the front instead. */
function opened(state: ComposerState, composition: Composition): ComposerState {
  const twin = state.open.find(
    (c) =>
      c.key === composition.key || (c.server !== null && c.server.draftId === composition.server?.draftId),
  )
  const others = state.open.filter((c) => c !== twin).map((c) => ({ ...c, minimised: true }))
  return { open: [...others, { ...(twin ?? composition), minimised: false }] }
}

type Change = Exclude<ComposerAction, { type: 'open' | 'close' }>

function changed(c: Composition, action: Change, now: string): Composition {
  switch (action.type) {
    case 'minimise':
      return { ...c, minimised: action.minimised }
    case 'saving':
      return { ...c, save: { kind: 'saving' } }
    case 'saved':
      return saved(c, action)
    case 'not-saved':
      return { ...c, save: { kind: 'on-this-device', why: action.why } }
    case 'conflict':
      return { ...c, save: { kind: 'conflict' } }
    case 'keep-mine':
      return settled(c, c.server && { ...c.server, revision: action.revision }, now)
    case 'detached':
      return settled(c, null, now)
    case 'sending':
      return { ...c, idempotencyKey: action.idempotencyKey, send: { kind: 'sending' } }
    case 'not-sent':
      return { ...c, send: { kind: 'idle' } }
    case 'send-failed':
      return sendFailed(c, action.problem)
    case 'file-changed':
      return fileChanged(c, action.id, action.change, now)
    default:
      return { ...edited(c, now), ...typed(c, action) }
  }
}

type Typing = Extract<
  Change,
  { type: 'chips' | 'pending' | 'show' | 'subject' | 'body' | 'format' | 'files-added' | 'file-removed' }
>

function typed(c: Composition, action: Typing): Partial<Composition> {
  switch (action.type) {
    case 'chips':
      return { [action.field]: action.chips, pending: { ...c.pending, [action.field]: action.pending } }
    case 'pending':
      return { pending: { ...c.pending, [action.field]: action.text } }
    case 'show':
      return { shown: { ...c.shown, [action.field]: true } }
    case 'subject':
      return { subject: action.subject }
    case 'body':
      return { text: action.text, html: action.html }
    case 'format':
      return { format: action.format, text: action.text, html: action.html }
    case 'files-added':
      return { files: [...c.files, ...action.files] }
    case 'file-removed':
      return { files: c.files.filter((file) => file.id !== action.id) }
  }
}

/**
 * A person's change: it is unsaved. The key of a send whose answer was lost stays, so that the server can say
 * that an earlier wording was already taken instead of sending a second message.
 */
function edited(c: Composition, now: string): Composition {
  const save = c.save.kind === 'conflict' ? c.save : ({ kind: 'edited' } as const)
  const send = c.send.kind === 'sending' ? c.send : ({ kind: 'idle' } as const)
  return { ...c, edits: c.edits + 1, save, send, updatedAt: now }
}

/** A conflict is decided: what stands here is saved over `server`, or as a draft of its own. */
function settled(c: Composition, server: Composition['server'], now: string): Composition {
  return { ...edited(c, now), server, save: { kind: 'edited' } }
}

/** After a definite no, the next send is a new message; after a lost answer it is the same one. */
function sendFailed(c: Composition, problem: SendProblem): Composition {
  const idempotencyKey = problem.isDefinite ? null : c.idempotencyKey
  return { ...c, idempotencyKey, minimised: false, send: { kind: 'failed', problem } }
}

function saved(c: Composition, action: Extract<Change, { type: 'saved' }>): Composition {
  const server = { draftId: action.draftId, revision: action.revision }
  const isAll = c.edits === action.edits
  return {
    ...c,
    server,
    savedEdits: action.edits,
    save: isAll ? { kind: 'saved', at: action.at } : { kind: 'edited' },
  }
}

/** Progress is no edit; a file that arrived is, because the draft now has one more. */
function fileChanged(c: Composition, id: string, change: Partial<AttachedFile>, now: string): Composition {
  const files = c.files.map((file) => (file.id === id ? { ...file, ...change } : file))
  return { ...(change.state === 'ready' ? edited(c, now) : c), files }
}
