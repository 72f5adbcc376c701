import type { ChangeResults, FlagsChange, MessageDetail, RefusedChange } from '../contract/messages'
import { api } from './api'

export const fetchMessage = (id: string, signal?: AbortSignal) =>
  api.get<MessageDetail>(`/messages/${encodeURIComponent(id)}`, { signal })

/** Applied in the cache at once; each result says whether that message could be changed. */
export const changeFlags = (change: Pick<FlagsChange, 'ids'> & Partial<FlagsChange>) =>
  api.post<ChangeResults>('/messages/flags', change, { keepalive: true })

export const moveMessages = (ids: string[], folderId: string) =>
  api.post<ChangeResults>('/messages/move', { ids, folderId }, { keepalive: true })

/** To Trash, or for good when they are there already. */
export const deleteMessages = (ids: string[]) =>
  api.post<ChangeResults>('/messages/delete', { ids }, { keepalive: true })

/** Changes that the mail server refused and that were undone. */
export const fetchRefusedChanges = (signal?: AbortSignal) =>
  api.get<{ changes: RefusedChange[] }>('/changes/refused', { signal }).then((answer) => answer.changes)
