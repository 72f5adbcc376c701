'use client'
import { Menu as MenuIcon, Rows2, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '../ui/icon-button'

type ListHeaderProps = {
  title: string
  /** "1,204 conversations" */
  count: string | undefined
  density: 'comfortable' | 'compact'
  onDensity: (density: 'comfortable' | 'compact') => void
  /** on a phone: opens the folders */
  onFolders: () => void
  /** stands in place of the title while rows are selected */
  bulk: ReactNode
}

/** 44 px, whatever it shows: selecting rows never moves the list. */
export function ListHeader({ title, count, density, onDensity, onFolders, bulk }: ListHeaderProps) {
  const t = useTranslations('mail')
  const isCompact = density === 'compact'
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-hairline border-b pr-1.5 pl-4 max-md:h-[52px] max-md:pl-1">
      {bulk ?? (
        <>
          <IconButton className="md:hidden" icon={MenuIcon} label={t('folders.open')} onClick={onFolders} />
          <h1 className="min-w-0 truncate font-semibold text-base text-ink max-md:text-lg">{title}</h1>
          {count ? (
            <span className="figures min-w-0 flex-1 truncate text-ink-faint text-xs">{count}</span>
          ) : null}
          <IconButton
            className="ml-auto"
            icon={isCompact ? Rows2 : Rows3}
            label={`${t('list.density')}: ${isCompact ? t('list.comfortable') : t('list.compact')}`}
            onClick={() => onDensity(isCompact ? 'comfortable' : 'compact')}
          />
        </>
      )}
    </header>
  )
}
