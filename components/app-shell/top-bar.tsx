'use client'
import { PanelLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePreferences } from '../preferences/preferences-context'
import { rememberSidebar } from '../preferences/remember-preferences'
import { SearchBox } from '../search-box/search-box'
import { IconButton } from '../ui/icon-button'
import { AccountMenu } from './account-menu'
import { PlaceLink } from './place-link'
import { PosthornMark } from './posthorn-mark'

export function TopBar() {
  const common = useTranslations('common')
  return (
    <header className="flex h-[52px] shrink-0 items-center gap-3 pr-4 max-md:hidden">
      <div className="flex w-[232px] shrink-0 items-center gap-1.5 pl-3 side-folded:w-auto">
        <SidebarButton />
        <PlaceLink place={{}} className="flex items-center gap-2 rounded-md px-1.5 py-1">
          <span className="flex size-6 items-center justify-center rounded-sm bg-signal text-signal-ink">
            <PosthornMark size={18} />
          </span>
          <span className="font-semibold text-base text-ink">{common('productName')}</span>
        </PlaceLink>
      </div>
      <div className="w-full max-w-[560px]">
        <SearchBox />
      </div>
      <div className="ml-auto flex items-center">
        <AccountMenu />
      </div>
    </header>
  )
}

function SidebarButton() {
  const t = useTranslations('mail')
  const { preferences, setPreferences } = usePreferences()
  const flip = () => {
    const isFolded =
      preferences.sidebar === 'folded' ||
      (preferences.sidebar === 'auto' && !window.matchMedia('(min-width: 1200px)').matches)
    const sidebar = isFolded ? 'open' : 'folded'
    setPreferences({ sidebar })
    rememberSidebar(sidebar)
  }
  const isFolded = preferences.sidebar === 'folded'
  return (
    <IconButton
      icon={PanelLeft}
      label={isFolded ? t('shell.unfoldSidebar') : t('shell.foldSidebar')}
      onClick={flip}
    />
  )
}
