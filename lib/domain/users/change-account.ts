import type { Account, AccountChange } from '../../contract/account'
import { presentAccount } from './account.present'
import { updateUser } from './user.store'

/** Changes what is given and answers the whole. */
export async function changeAccount(userId: string, change: AccountChange): Promise<Account> {
  return presentAccount(await updateUser(userId, change))
}
