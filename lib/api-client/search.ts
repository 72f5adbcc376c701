import type { SearchPage } from '../contract/messages'
import { api } from './api'

export const searchMail = (
  query: { q: string; mailbox?: string; limit?: number; cursor?: string },
  signal?: AbortSignal,
) => api.get<SearchPage>('/search', { query, signal })
