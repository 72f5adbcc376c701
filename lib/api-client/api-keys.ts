import type { z } from 'zod'
import type { ApiKeyCreated, ApiKeyList } from '../contract/account'
import { api } from './api'

export const fetchApiKeys = (signal?: AbortSignal) =>
  api.get<z.infer<typeof ApiKeyList>>('/api-keys', { signal }).then((answer) => answer.apiKeys)

/** The key itself is in this answer and never again. */
export const createApiKey = (name: string) => api.post<z.infer<typeof ApiKeyCreated>>('/api-keys', { name })

export const revokeApiKey = (id: string) => api.delete(`/api-keys/${encodeURIComponent(id)}`)
