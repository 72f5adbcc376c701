import type { Account, AccountChange } from '../contract/account'
import { api } from './api'

export const fetchAccount = (signal?: AbortSignal) => api.get<Account>('/account', { signal })

export const changeAccount = (change: AccountChange) => api.patch<Account>('/account', change)
