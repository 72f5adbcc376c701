'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { changeAccount } from '@/lib/api-client/account'
import type { Account } from '@/lib/contract/account'
import { keys } from '../live/query-keys'
import { useAccount } from '../live/use-account'
import { usePreferences } from '../preferences/preferences-context'
import { rememberDensity } from '../preferences/remember-preferences'

type Density = Account['density']

/** The account's row height, before it is known the cookie's. Changing it is kept with the account. */
export function useDensity(): [Density, (density: Density) => void] {
  const client = useQueryClient()
  const { preferences } = usePreferences()
  const { data: account } = useAccount()
  const change = useCallback(
    (density: Density) => {
      rememberDensity(density)
      client.setQueryData<Account>(keys.account, (now) => now && { ...now, density })
      changeAccount({ density }).catch(() => client.invalidateQueries({ queryKey: keys.account }))
    },
    [client],
  )
  return [account?.density ?? preferences.density, change]
}
