'use client'
import { Keyboard, LogOut, Settings } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useAccount } from '../live/use-account'
import { saveBeforeLeaving, signOutForGood } from '../settings/sign-out-for-good'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { showToast } from '../ui/toast-store'
import { AccountButton } from './account-button'
import { openKeySheet } from './key-sheet-store'
import { ThemeItems } from './theme-items'

/** Open when it appears: the button that asked for it is the trigger it replaces. */
export function OpenAccountMenu({ onClose }: { onClose: () => void }) {
  const t = useTranslations('mail')
  const router = useRouter()
  const { data: account } = useAccount()
  const person = { name: account?.name ?? '', address: account?.email ?? '' }
  const leave = async () => {
    // the settings ask what to do with words that could not be saved
    if (!(await saveBeforeLeaving())) router.push('/settings')
    else if (!(await signOutForGood())) showToast({ tone: 'danger', text: t('shell.signOutFailed') })
  }
  return (
    <Menu align="end" open onOpenChange={(open) => !open && onClose()} trigger={<AccountButton />}>
      <div className="px-2 pt-1.5 pb-2">
        {person.name ? <p className="truncate font-medium text-sm">{person.name}</p> : null}
        <p className="truncate text-ink-faint text-xs">{person.address}</p>
      </div>
      <MenuSeparator />
      <ThemeItems />
      <MenuSeparator />
      <MenuItem icon={Settings} onSelect={() => router.push('/settings')}>
        {t('shell.settings')}
      </MenuItem>
      <MenuItem icon={Keyboard} shortcut="?" onSelect={openKeySheet}>
        {t('shell.shortcuts')}
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => void leave()}>
        {t('shell.signOut')}
      </MenuItem>
    </Menu>
  )
}
