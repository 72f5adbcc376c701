// A draft of the server as an open composer, and the choices when two versions of it exist.
import { v4 as newId } from 'uuid'
import { deleteDraft, fetchDraft } from '@/lib/api-client/drafts'
import { fetchMessage } from '@/lib/api-client/messages'
import type { Composed, Draft } from '@/lib/contract/outbox'
import { addChips, chipsOf } from './chips'
import { compositionOf, dispatch } from './composer-store'
import { type AttachedFile, type Composition, emptyComposition } from './composition'
import { saveSettled } from './save-draft'
import { textToHtml } from './text-to-html'

/** Opens it, or brings it to the front when it is open. Throws ApiProblem or ApiUnreachable. */
export async function openDraft(draftId: string): Promise<void> {
  dispatch({ type: 'open', composition: await compositionOfDraft(await fetchDraft(draftId)) })
}

/** My version replaces the other one, which is read first so that its revision is known. */
export async function keepMine(key: string): Promise<void> {
  const draftId = compositionOf(key)?.server?.draftId
  if (!draftId) return
  const { revision } = await fetchDraft(draftId)
  dispatch({ type: 'keep-mine', key, revision })
}

/** The other version replaces mine. */
export async function takeTheirs(key: string): Promise<void> {
  const draftId = compositionOf(key)?.server?.draftId
  if (!draftId) return
  const theirs = await compositionOfDraft(await fetchDraft(draftId))
  dispatch({ type: 'close', key })
  dispatch({ type: 'open', composition: theirs })
}

/** Mine becomes a draft of its own beside the other. */
export function keepBoth(key: string): void {
  dispatch({ type: 'detached', key })
}

/** Throws the draft away here and on the server. A server that cannot be asked keeps it: nothing is lost by that. */
export async function discardDraft(key: string): Promise<void> {
  // a save under way would bring it back
  await saveSettled(key)
  const draftId = compositionOf(key)?.server?.draftId
  dispatch({ type: 'close', key })
  if (draftId) await deleteDraft(draftId).catch(() => undefined)
}

async function compositionOfDraft(draft: Draft): Promise<Composition> {
  const composition = await compositionOfComposed(draft, draft.updatedAt)
  const server = { draftId: draft.id, revision: draft.revision }
  return { ...composition, server, save: { kind: 'saved', at: draft.updatedAt } }
}

/** Plain text only when the draft has no HTML; its files come with their names. */
export async function compositionOfComposed(draft: Composed, at: string): Promise<Composition> {
  const { text = '', html, cc, bcc } = draft
  const chips = (typed: string[]) =>
    typed.reduce<ReturnType<typeof chipsOf>>((all, one) => addChips(all, chipsOf(one)), [])
  return {
    ...emptyComposition(newId(), draft.mailboxId, at),
    kind: 'draft',
    to: chips(draft.to),
    cc: chips(cc),
    bcc: chips(bcc),
    shown: { cc: cc.length > 0, bcc: bcc.length > 0 },
    subject: draft.subject,
    format: html === undefined ? 'plain' : 'rich',
    text,
    html: html ?? textToHtml(text),
    files: [...draft.files.map(fileOf), ...(await takenAlong(draft))],
    inReplyTo: draft.inReplyTo ?? null,
    relation: draft.relation ?? null,
  }
}

type File = { id: string; name: string; type: string; size: number }

function fileOf(file: File): AttachedFile {
  return { ...ready(file), id: `upload-${file.id}`, uploadId: file.id }
}

/** Attachments of the forwarded original are known by id only; their names stand in the original. */
async function takenAlong(draft: Composed): Promise<AttachedFile[]> {
  if (draft.forwardAttachments.length === 0) return []
  const original = draft.inReplyTo ? await fetchMessage(draft.inReplyTo).catch(() => null) : null
  return draft.forwardAttachments.map((id) => {
    const part = original?.attachments.find((candidate) => candidate.id === id)
    const known = part ?? { id, name: '…', type: 'application/octet-stream', size: 0 }
    return { ...ready(known), id: `original-${id}`, attachmentId: id }
  })
}

function ready({ id, name, type, size }: File): AttachedFile {
  const bytes = Math.max(0, size)
  const state = 'ready' as const
  return {
    id,
    name,
    type,
    size: bytes,
    sent: bytes,
    state,
    problem: null,
    uploadId: null,
    attachmentId: null,
  }
}
