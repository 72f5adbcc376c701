'use client'
import { ArrowUpFromLine, Inbox, type LucideIcon, PenLine, Search, Settings } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCompose } from '../mail-screen/use-compose'
import { PlaceLink } from './place-link'
import { useMailLocation } from './use-mail-location'

const itemClass =
  'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-[11px] leading-4 text-ink-faint aria-[current=page]:text-ink'

/** The five places of a phone. */
export function BottomBar() {
  const t = useTranslations('mail')
  const pathname = usePathname()
  const place = useMailLocation()
  const compose = useCompose(place?.folderId)
  const current = (isCurrent: boolean) => (isCurrent ? ('page' as const) : undefined)
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="flex shrink-0 border-hairline border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <PlaceLink
        place={{}}
        aria-current={current(place !== null && place.query === undefined)}
        className={itemClass}
      >
        <Face icon={Inbox} label={t('shell.mail')} />
      </PlaceLink>
      <PlaceLink
        place={{ query: '' }}
        aria-current={current(place?.query !== undefined)}
        className={itemClass}
      >
        <Face icon={Search} label={t('shell.search')} />
      </PlaceLink>
      <button type="button" onClick={compose} aria-label={t('shell.compose')} className={itemClass}>
        <span className="flex h-9 w-14 items-center justify-center rounded-full bg-signal text-signal-ink">
          <PenLine size={20} strokeWidth={1.75} aria-hidden />
        </span>
      </button>
      <Link
        href="/outbox"
        prefetch={false}
        aria-current={current(pathname.startsWith('/outbox'))}
        className={itemClass}
      >
        <Face icon={ArrowUpFromLine} label={t('shell.outbox')} />
      </Link>
      <Link
        href="/settings"
        prefetch={false}
        aria-current={current(pathname.startsWith('/settings'))}
        className={itemClass}
      >
        <Face icon={Settings} label={t('shell.settings')} />
      </Link>
    </nav>
  )
}

function Face({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <>
      <Icon size={20} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="max-w-full truncate px-0.5">{label}</span>
    </>
  )
}
