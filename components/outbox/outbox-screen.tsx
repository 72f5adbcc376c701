'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { EmptyState } from '../ui/empty-state'
import { OutboxDetail } from './outbox-detail'
import { OutboxList } from './outbox-list'
import { useOutbox } from './use-outbox'

/** The outbox: list and detail side by side, one of the two on a phone. `chosen` is the id in the address bar. */
export function OutboxScreen({ chosen }: { chosen: string | undefined }) {
  const t = useTranslations('outbox')
  const outbox = useOutbox()
  return (
    <div className="flex h-full min-h-0">
      <section
        aria-labelledby="outbox-title"
        className={clsx(
          'flex w-[380px] shrink-0 flex-col border-hairline border-r max-md:w-full max-md:border-r-0',
          chosen && 'max-md:hidden',
        )}
      >
        <header className="flex min-h-12 flex-col justify-center border-hairline border-b px-4 py-2">
          <h1 id="outbox-title" className="font-semibold text-lg">
            {t('title')}
          </h1>
          <p className="text-ink-faint text-xs">{t('hint')}</p>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <OutboxList outbox={outbox} chosen={chosen} />
        </div>
      </section>
      <div className={clsx('min-w-0 flex-1 overflow-y-auto', !chosen && 'max-md:hidden')}>
        {chosen ? <OutboxDetail key={chosen} id={chosen} /> : <EmptyState>{t('choose')}</EmptyState>}
      </div>
    </div>
  )
}
