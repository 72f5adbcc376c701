'use client'
import { clsx } from 'clsx'
import { ArrowUpFromLine, PenLine, Settings } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { FolderTree } from '../folder-tree/folder-tree'
import { useCompose } from '../mail-screen/use-compose'
import { buttonClass } from '../ui/button'
import { sideItemClass, sideLabelClass } from './side-item'
import { useMailLocation } from './use-mail-location'

/** Compose, folders, outbox, settings; icons only when folded. Not on phones, where the bottom bar stands for it. */
export function Sidebar() {
  const t = useTranslations('mail')
  const pathname = usePathname()
  const compose = useCompose(useMailLocation()?.folderId)
  const links = [
    { href: '/outbox', label: t('shell.outbox'), icon: ArrowUpFromLine },
    { href: '/settings', label: t('shell.settings'), icon: Settings },
  ]
  return (
    <div className="flex w-[232px] shrink-0 flex-col gap-3 overflow-y-auto overflow-x-hidden px-2.5 pb-3 side-folded:w-14 max-md:hidden">
      <button
        type="button"
        aria-label={t('shell.compose')}
        title={t('shell.compose')}
        onClick={compose}
        className={clsx(buttonClass('primary'), 'mt-0.5 h-9 shrink-0 side-folded:px-0')}
      >
        <PenLine size={18} strokeWidth={1.75} aria-hidden />
        <span className={sideLabelClass}>{t('shell.compose')}</span>
      </button>
      <FolderTree />
      <nav
        aria-label={t('shell.navigation')}
        className="mt-auto flex flex-col gap-px border-hairline border-t pt-2"
      >
        {links.map(({ href, label, icon: Icon }) => (
          <Link
            key={href}
            href={href}
            prefetch={false}
            aria-current={pathname.startsWith(href) ? 'page' : undefined}
            aria-label={label}
            title={label}
            className={clsx(sideItemClass, pathname.startsWith(href) && 'bg-selection! text-ink!')}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0" />
            <span className={sideLabelClass}>{label}</span>
          </Link>
        ))}
      </nav>
    </div>
  )
}
