import type { z } from 'zod'
import type { SessionList } from '../contract/account'
import { api } from './api'

export const fetchSessions = (signal?: AbortSignal) =>
  api.get<z.infer<typeof SessionList>>('/sessions', { signal }).then((answer) => answer.sessions)

/** Ends a session at once, everywhere it is used. */
export const endSession = (id: string) => api.delete(`/sessions/${encodeURIComponent(id)}`)
