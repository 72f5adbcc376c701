'use client'
import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Outgoing } from '@/lib/contract/outbox'
import { useFormats } from '../i18n/formats'
import { stateWords } from './state-words'
import { ToneIcon, toneClass } from './tone-icon'
import { useOutboxWords } from './use-outbox-words'

type Props = { item: Outgoing; isChosen: boolean; now: number }

/** To whom and when, the subject, and the state with its reason. */
export function OutboxRow({ item, isChosen, now }: Props) {
  const t = useTranslations('outbox')
  const words = useOutboxWords()
  const { date, dateTime } = useFormats()
  const { tone } = stateWords(item, now)
  return (
    <li>
      <Link
        href={`/outbox/${encodeURIComponent(item.id)}`}
        prefetch={false}
        aria-current={isChosen ? 'true' : undefined}
        className={clsx(
          'block border-hairline border-b px-4 py-2.5 focus-visible:outline-offset-[-2px]',
          isChosen ? 'bg-selection' : 'hover:bg-hover',
        )}
      >
        <span className="flex items-baseline gap-3">
          <span className="min-w-0 flex-1 truncate font-medium text-ink text-sm">
            {words.recipients(item.recipients)}
          </span>
          <time dateTime={item.createdAt} title={dateTime(item.createdAt)} className="text-ink-faint text-xs">
            {date(item.createdAt)}
          </time>
        </span>
        <span className="block truncate text-ink-soft text-sm">{item.subject || t('noSubject')}</span>
        <span className={clsx('mt-0.5 flex items-center gap-1.5 text-xs', toneClass(tone))}>
          <ToneIcon tone={tone} size={14} />
          <span className="figures truncate">{words.whole(item, now)}</span>
        </span>
      </Link>
    </li>
  )
}
