import type { Account } from '../../contract/account'
import { notFound } from '../../platform/errors'
import { presentAccount } from './account.present'
import { findUserById } from './user.store'

/** The person's own account. */
export async function openAccount(userId: string): Promise<Account> {
  const row = await findUserById(userId)
  if (!row) throw notFound('account')
  return presentAccount(row)
}
