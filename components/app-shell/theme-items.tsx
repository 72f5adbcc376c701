'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { changeAccount } from '@/lib/api-client/account'
import type { Account } from '@/lib/contract/account'
import { keys } from '../live/query-keys'
import { useAccount } from '../live/use-account'
import { rememberTheme } from '../preferences/remember-preferences'
import { MenuCheckItem, MenuLabel } from '../ui/menu'

const themes = [
  { theme: 'system', label: 'shell.themeSystem' },
  { theme: 'light', label: 'shell.themeLight' },
  { theme: 'dark', label: 'shell.themeDark' },
] as const

/** Light, dark or as the system: seen at once, kept with the account. */
export function ThemeItems() {
  const t = useTranslations('mail')
  const client = useQueryClient()
  const { data: account } = useAccount()
  const choose = (theme: Account['theme']) => {
    rememberTheme(theme)
    client.setQueryData<Account>(keys.account, (now) => now && { ...now, theme })
    changeAccount({ theme }).catch(() => client.invalidateQueries({ queryKey: keys.account }))
  }
  return (
    <>
      <MenuLabel>{t('shell.theme')}</MenuLabel>
      {themes.map(({ theme, label }) => (
        <MenuCheckItem key={theme} checked={account?.theme === theme} onCheckedChange={() => choose(theme)}>
          {t(label)}
        </MenuCheckItem>
      ))}
    </>
  )
}
