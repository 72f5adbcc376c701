import { Account } from '../../contract/account'
import type { UserRow } from './user.store'

export function presentAccount(row: UserRow): Account {
  const { id, email, name, isAdmin, locale, theme, density } = row
  return Account.parse({ id, email, name, isAdmin, locale, theme, density })
}
