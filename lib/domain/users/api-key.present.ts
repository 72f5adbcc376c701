import type { ApiKeyInfo } from '../../contract/account'

type Row = { id: string; name: string; prefix: string; createdAt: Date; lastUsedAt: Date | null }

export function presentApiKey(row: Row): ApiKeyInfo {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }
}
