import type { ThreadDetail, ThreadPage } from '../contract/messages'
import { api } from './api'

export const fetchThreads = (
  folderId: string,
  query: { limit?: number; cursor?: string },
  signal?: AbortSignal,
) => api.get<ThreadPage>(`/folders/${encodeURIComponent(folderId)}/threads`, { query, signal })

export const fetchThread = (id: string, signal?: AbortSignal) =>
  api.get<ThreadDetail>(`/threads/${encodeURIComponent(id)}`, { signal })
