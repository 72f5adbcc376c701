import { z } from 'zod'
import { Id, Instant, OneLine } from './common'

export const Account = z.strictObject({
  id: Id,
  email: z.string(),
  name: z.string(),
  isAdmin: z.boolean(),
  locale: z.enum(['en', 'ko']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
})
export type Account = z.infer<typeof Account>
export const AccountChange = Account.pick({ locale: true, theme: true, density: true })
  .extend({ name: OneLine.max(200) })
  .partial()
export type AccountChange = z.infer<typeof AccountChange>

export const SessionInfo = z.strictObject({
  id: Id,
  createdAt: Instant,
  lastSeenAt: Instant,
  userAgent: z.string(),
  address: z.string(),
  current: z.boolean(),
})
export type SessionInfo = z.infer<typeof SessionInfo>
export const SessionList = z.strictObject({ sessions: z.array(SessionInfo) })

export const ApiKeyInfo = z.strictObject({
  id: Id,
  name: z.string(),
  prefix: z.string(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type ApiKeyInfo = z.infer<typeof ApiKeyInfo>
export const ApiKeyList = z.strictObject({ apiKeys: z.array(ApiKeyInfo) })
export const ApiKeyCreate = z.strictObject({ name: OneLine.min(1).max(100) })
/** the key itself is answered once */
export const ApiKeyCreated = ApiKeyInfo.extend({ key: z.string() })
