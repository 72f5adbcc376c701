import type { Composed, Outgoing, OutgoingPage, SendAnswer, SendRequest } from '../contract/outbox'
import { api } from './api'

/** The same key answers the same item: make one key for one message and keep it over retries. */
export const sendMessage = (request: Partial<SendRequest> & { mailboxId: string }, idempotencyKey: string) =>
  api.post<SendAnswer>('/outbox', request, { headers: { 'idempotency-key': idempotencyKey } })

export const fetchOutbox = (query: { limit?: number; cursor?: string } = {}, signal?: AbortSignal) =>
  api.get<OutgoingPage>('/outbox', { query, signal })

export const fetchOutgoing = (id: string, signal?: AbortSignal) =>
  api.get<Outgoing>(`/outbox/${encodeURIComponent(id)}`, { signal })

/** What was written, to open it again. */
export const fetchComposed = (id: string) => api.get<Composed>(`/outbox/${encodeURIComponent(id)}/composed`)

/** Each answers the item, or ApiProblem 409 with why not. */
export const cancelOutgoing = (id: string) => api.post<Outgoing>(`/outbox/${encodeURIComponent(id)}/cancel`)
export const retryOutgoing = (id: string) => api.post<Outgoing>(`/outbox/${encodeURIComponent(id)}/retry`)
export const markOutgoingSent = (id: string) =>
  api.post<Outgoing>(`/outbox/${encodeURIComponent(id)}/mark-sent`)
