'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { fetchAccount } from '@/lib/api-client/account'
import { rememberDensity, rememberLocale, rememberTheme } from '../preferences/remember-preferences'
import { keys } from './query-keys'

export const useAccount = () =>
  useQuery({ queryKey: keys.account, queryFn: ({ signal }) => fetchAccount(signal) })

/** A browser new to this account learns its theme, density and language once, and has them in cookies from then on. */
export function useAccountPreferences(): void {
  const { data: account } = useAccount()
  const shown = useLocale()
  const router = useRouter()
  useEffect(() => {
    if (!account) return
    rememberTheme(account.theme)
    rememberDensity(account.density)
    rememberLocale(account.locale)
    if (account.locale && account.locale !== shown) router.refresh()
  }, [account, shown, router])
}
