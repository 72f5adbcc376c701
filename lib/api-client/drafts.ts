import type { Draft, DraftSave } from '../contract/outbox'
import { api } from './api'

export const fetchDrafts = (signal?: AbortSignal) =>
  api.get<{ drafts: Draft[] }>('/drafts', { signal }).then((answer) => answer.drafts)

export const fetchDraft = (id: string, signal?: AbortSignal) =>
  api.get<Draft>(`/drafts/${encodeURIComponent(id)}`, { signal })

export const createDraft = (draft: Partial<DraftSave> & { mailboxId: string }) =>
  api.post<Draft>('/drafts', draft)

/** With the revision last seen; ApiProblem 409 when another tab saved since. */
export const saveDraft = (id: string, draft: Partial<DraftSave> & { mailboxId: string }) =>
  api.put<Draft>(`/drafts/${encodeURIComponent(id)}`, draft)

export const deleteDraft = (id: string) => api.delete(`/drafts/${encodeURIComponent(id)}`)
